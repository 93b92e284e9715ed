import { checkDnsSubdomain, checkMountPath } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkFlag, checkStruct, checkText } from '../kube/shape';

/**
 * Properties of a mounted PersistentVolumeClaim.
 */
export interface ClaimMountProps {
  /**
   * Whether pods on several nodes may use the volume at once (`ReadWriteMany`, or `ReadOnlyMany` together with `readOnly`). A volume that
   * only one node can hold is never shared by two replicas, and never taken over by a new pod while the old one has it.
   *
   * @default false
   */
  readonly shared?: boolean;

  /**
   * Whether the volume is only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * Properties of a mounted service account token.
 */
export interface TokenMountProps {
  /**
   * Who is to accept the token.
   *
   * @default - the API server
   */
  readonly audience?: string;

  /**
   * Seconds after which the token is worthless; the kubelet writes a new one in time. At least 600.
   *
   * @default 3600
   */
  readonly expirationSeconds?: number;
}

const STANDARD_TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const SHORTEST_TOKEN = 600;
const LONGEST_TOKEN = 2 ** 32;

/**
 * Something that a container finds at a path.
 */
export class Mount {
  /**
   * The keys of a ConfigMap as files.
   *
   * @param path where the files stand
   * @param configMap name of the ConfigMap
   */
  public static configMap(path: string, configMap: string): Mount {
    const name = checkDnsSubdomain('name of a ConfigMap', configMap);
    return new Mount(path, true, { projected: { sources: [{ configMap: { name } }] } });
  }

  /**
   * The keys of a Secret as files, which is how a program should learn a secret: not by environment variables, which end up in logs.
   *
   * @param path where the files stand
   * @param secret name of the Secret
   */
  public static secret(path: string, secret: string): Mount {
    const name = checkDnsSubdomain('name of a Secret', secret);
    return new Mount(path, true, { projected: { sources: [{ secret: { name } }] } });
  }

  /**
   * A PersistentVolumeClaim.
   *
   * @param path where the volume stands
   * @param claim name of the claim
   * @param props how it is used
   */
  public static claim(path: string, claim: string, props: ClaimMountProps = {}): Mount {
    checkStruct('properties of a mounted claim', props);
    const claimName = checkDnsSubdomain('name of a PersistentVolumeClaim', claim);
    const readOnly = checkFlag('readOnly of a mounted claim', props.readOnly);
    return new Mount(path, readOnly, { persistentVolumeClaim: { claimName } }, true, !checkFlag('shared of a mounted claim', props.shared));
  }

  /**
   * A token of the workload's service account that expires, for a program that calls the API server or another service that trusts the
   * cluster. The program finds it as `token` below the path.
   *
   * @param path where the token stands; not the standard path, which tools read unasked
   * @param props audience and lifetime
   */
  public static serviceAccountToken(path: string, props: TokenMountProps = {}): Mount {
    checkStruct('properties of a mounted token', props);
    const expirationSeconds = props.expirationSeconds ?? 3600;
    if (!Number.isInteger(expirationSeconds) || expirationSeconds < SHORTEST_TOKEN || expirationSeconds > LONGEST_TOKEN) {
      refuse({
        what: 'lifetime of a service account token',
        got: expirationSeconds,
        expected: `${SHORTEST_TOKEN} to ${LONGEST_TOKEN} seconds`,
        todo: 'correct it; the kubelet renews tokens itself',
      });
    }
    if (path === STANDARD_TOKEN_PATH) {
      refuse({ what: 'service account token at its standard path', got: path, expected: 'another path', todo: 'tell the program the path of its token' });
    }
    const audience = props.audience === undefined ? undefined : checkText('audience of a service account token', props.audience);
    return new Mount(path, true, {
      projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds, ...(audience ? { audience } : {}) } }] },
    });
  }

  /**
   * Where it stands in the container.
   */
  public readonly path: string;

  private constructor(
    path: string,
    /** @internal */
    public readonly _readOnly: boolean,
    /** @internal */
    public readonly _source: Record<string, unknown>,
    /** @internal */
    public readonly _isClaim: boolean = false,
    /** Whether only one node can hold it at a time. @internal */
    public readonly _oneNode: boolean = false,
  ) {
    this.path = checkMountPath('path of a mount', path);
  }
}
