import { checkDnsLabel, checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';

/** Groups of so many that a protection from all others would be none. */
const EVERYBODY = ['system:authenticated', 'system:unauthenticated', 'system:serviceaccounts'];
const NOBODY = 'system:anonymous';

/**
 * Who may change what guards a namespace: the identity under which a deployment tool or a platform team asks the API server.
 */
export class Deployer {
  /**
   * One user, by the name that the API server has for them.
   *
   * @param name such as `jane@example.com`
   */
  public static user(name: string): Deployer {
    return new Deployer('user', checkIdentity('user name of a deployer', name, [NOBODY]));
  }

  /**
   * Every member of a group. One that everybody is in is refused.
   *
   * @param name such as `platform-team`
   */
  public static group(name: string): Deployer {
    return new Deployer('group', checkIdentity('group of deployers', name, EVERYBODY));
  }

  /**
   * A service account, such as that of a GitOps tool.
   *
   * @param namespace the namespace in which it stands
   * @param name its name
   */
  public static serviceAccount(namespace: string, name: string): Deployer {
    checkDnsLabel('namespace of a deployer', namespace);
    return new Deployer('user', `system:serviceaccount:${namespace}:${checkDnsSubdomain('service account of a deployer', name)}`);
  }

  private constructor(
    /** @internal */
    public readonly _kind: 'user' | 'group',
    /** @internal */
    public readonly _name: string,
  ) {}
}

function checkIdentity(what: string, name: string, refused: readonly string[]): string {
  const isName = typeof name === 'string' && name.trim() === name && name !== '' && !refused.includes(name);
  return isName ? name : refuse({
    what, got: name, expected: 'a name that not everybody has', todo: 'name who applies the manifests, for example by Deployer.serviceAccount',
  });
}
