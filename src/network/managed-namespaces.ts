import type { IConstruct } from 'constructs';
import { PodSecurityLevel } from '../kube/pod-security-level';
import { refuse } from '../kube/problem';
import { Session } from '../policy/session';
import { CONTAINER_RULES } from '../policy/waivable-rules';
import type { Waivers } from '../policy/waiver';

/** The namespaces that the app knows by name: those it makes, where it writes policies, and those made elsewhere. */
export class ManagedNamespaces {
  public static of(construct: IConstruct): ManagedNamespaces {
    return Session.of(construct).part('namespaces', () => new ManagedNamespaces());
  }

  private readonly levels = new Map<string, PodSecurityLevel>();
  private readonly made = new Set<string>();

  private constructor() {}

  public add(name: string, level: PodSecurityLevel, made: boolean): void {
    this.levels.set(name, level);
    if (made) { this.made.add(name); }
  }

  /** Whether the app itself makes the namespace. */
  public makes(name: string): boolean {
    return this.made.has(name);
  }

  /** Refuses a workload that its namespace would refuse at admission, where only an event on a ReplicaSet would tell. */
  public checkPodSecurity(namespace: string, workload: string, waivers: Waivers): void {
    const level = this.levels.get(namespace);
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
