import type { IConstruct } from 'constructs';
import { PodSecurityLevel } from '../kube/pod-security-level';
import { refuse } from '../kube/problem';
import { MadeObjects } from '../policy/made-objects';
import type { OwnWaivers } from '../policy/own-waivers';
import type { RenderedObject } from '../policy/rendered-object';
import { Session } from '../policy/session';
import { CONTAINER_RULES } from '../policy/waivable-rules';

/** A namespace, and who says so. */
export interface KnownNamespace {
  readonly construct: IConstruct;
  readonly level: PodSecurityLevel;
  /** Whether the app itself makes it. */
  readonly made: boolean;
}

/** What a mesh runs in a namespace beside its workloads. */
export interface MeshProxies {
  /** Whether each pod has one. */
  readonly inEachPod: boolean;
  /** How many pods are proxies of the mesh at one time. */
  readonly pods: number;
  /** How many of its Services have a load balancer. */
  readonly loadBalancers?: number;
  /** How many ports of nodes its Services have. */
  readonly nodePorts?: number;
}

/** The namespaces that the app knows by name: those it makes, where it writes policies, and those made elsewhere. */
export class ManagedNamespaces {
  public static of(construct: IConstruct): ManagedNamespaces {
    const session = Session.of(construct);
    return session.part('namespaces', () => new ManagedNamespaces(session));
  }

  private readonly known = new Map<string, KnownNamespace>();
  private readonly proxies = new Map<string, Map<string, MeshProxies>>();

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

  /** Whether it stands in the app, made there or elsewhere. */
  public knows(name: string): boolean {
    return this.known.has(name);
  }

  /** The construct that stands for a namespace of the app. */
  public constructOf(name: string): IConstruct {
    return this.known.get(name)!.construct;
  }

  /** Gives a namespace that the app makes labels which the program cannot take away; nothing where it has them. */
  public label(name: string, labels: Readonly<Record<string, string>>): void {
    const { node } = this.known.get(name)!.construct;
    const object = node.defaultChild as RenderedObject;
    for (const [key, value] of Object.entries(labels)) {
      const other = object.metadata.getLabel(key);
      if (other !== undefined && other !== value) {
        refuse({ what: `label ${key} of namespace "${name}"`, got: other, expected: value, todo: 'leave it out: the mesh sets it' });
      }
      object.metadata.addLabel(key, value);
    }
    MadeObjects.of(object).keepLabels(object, labels);
    this.session.touch();
  }

  /** Says that a mesh, or one of its gateways, runs proxies in a namespace, for which its quota leaves room. */
  public addProxies(name: string, proxies: MeshProxies, by = 'mesh'): void {
    this.proxies.set(name, new Map([...this.proxies.get(name) ?? [], [by, proxies]]));
    this.session.touch();
  }

  /** What all of them run in a namespace. */
  public proxiesIn(name: string): Required<MeshProxies> {
    const all = [...this.proxies.get(name)?.values() ?? []];
    const sum = (count: (proxies: MeshProxies) => number | undefined) => all.reduce((before, each) => before + (count(each) ?? 0), 0);
    return {
      inEachPod: all.some(({ inEachPod }) => inEachPod),
      pods: sum(({ pods }) => pods),
      loadBalancers: sum(({ loadBalancers }) => loadBalancers),
      nodePorts: sum(({ nodePorts }) => nodePorts),
    };
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
