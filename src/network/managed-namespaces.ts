import type { IConstruct } from 'constructs';
import { PodSecurityLevel } from '../kube/pod-security-level';
import { refuse } from '../kube/problem';
import type { OwnWaivers } from '../policy/own-waivers';
import { Session } from '../policy/session';
import { CONTAINER_RULES } from '../policy/waivable-rules';

/** A namespace, and who says so. */
export interface KnownNamespace {
  readonly construct: IConstruct;
  readonly level: PodSecurityLevel;
  /** Whether the app itself makes it. */
  readonly made: boolean;
}

/** The namespaces that the app knows by name: those it makes, where it writes policies, and those made elsewhere. */
export class ManagedNamespaces {
  public static of(construct: IConstruct): ManagedNamespaces {
    const session = Session.of(construct);
    return session.part('namespaces', () => new ManagedNamespaces(session));
  }

  private readonly known = new Map<string, KnownNamespace>();

  private constructor(private readonly session: Session) {}

  /** A namespace is made once, or imported as often as one likes, with one level. */
  public add(name: string, added: KnownNamespace): void {
    const first = this.known.get(name);
    if (first && (first.made || added.made || first.level !== added.level)) {
      refuse({
        what: `namespace "${name}" stands in the app already, as ${first.construct.node.path}`,
        got: added.construct.node.path,
        expected: first.made || added.made ? 'one SecureNamespace, and no import of it' : `an import with the same level, ${first.level}`,
        todo: 'pass the first one as scope, or give this one another name',
      });
    }
    this.known.set(name, first ?? added);
    this.session.levels.set(name, added.level);
  }

  /** Names of the namespaces that the app itself makes, with what each lets its pods ask for. */
  public get made(): readonly { readonly name: string; readonly level: PodSecurityLevel }[] {
    return [...this.known].filter(([, { made }]) => made).map(([name, { level }]) => ({ name, level }));
  }

  /** Whether the app itself makes the namespace. */
  public makes(name: string): boolean {
    return this.known.get(name)?.made ?? false;
  }

  /** Refuses a workload that its namespace would refuse at admission, where only an event on a ReplicaSet would tell. */
  public checkPodSecurity(namespace: string, workload: string, waivers: OwnWaivers): void {
    const level = this.known.get(namespace)?.level;
    if (waivers.hasAny(CONTAINER_RULES.nonRoot) && level === PodSecurityLevel.RESTRICTED) {
      refuse({
        what: `namespace "${namespace}" would refuse the pods of "${workload}"`,
        got: `a waiver of ${CONTAINER_RULES.nonRoot}`,
        expected: `none, since it enforces the ${level} level`,
        todo: 'put the workload into a namespace of its own, a SecureNamespace with level PodSecurityLevel.BASELINE and a waiver',
      });
    }
  }
}
