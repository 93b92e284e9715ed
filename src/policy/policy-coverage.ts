import type { Direction, NetworkPolicy, PolicyPeer, PolicyPort, PolicyRule } from './graph-policies';
import type { Workload } from './graph-workload';
import { NONE } from './json-reading';
import type { ObjectGraph } from './object-graph';

const known = new WeakMap<ObjectGraph, PolicyCoverage>();

/** Which policies are about which pods, and what they let through. */
export class PolicyCoverage {
  /** The coverage of a set of objects that is complete. */
  public static of(graph: ObjectGraph): PolicyCoverage {
    let coverage = known.get(graph);
    if (!coverage) {
      coverage = new PolicyCoverage(graph);
      known.set(graph, coverage);
    }
    return coverage;
  }

  /** By namespace, the policies of those pods that not every policy of it is about. */
  private readonly ownIn = new Map<string, ReadonlyMap<Workload, readonly NetworkPolicy[]>>();
  private readonly wideIn = new Map<string, readonly NetworkPolicy[]>();

  private constructor(private readonly graph: ObjectGraph) {}

  /** Policies about every pod of a namespace. */
  public wide(namespace: string): readonly NetworkPolicy[] {
    let wide = this.wideIn.get(namespace);
    if (!wide) {
      wide = this.graph.policies.in(namespace).filter(policy => policy.pods.isEmpty);
      this.wideIn.set(namespace, wide);
    }
    return wide;
  }

  /** The policies that isolate a workload's pods on one side. */
  public isolating(workload: Workload, direction: Direction): readonly NetworkPolicy[] {
    const isAbout = ({ directions }: NetworkPolicy) => directions.includes(direction);
    return [...this.wide(workload.namespace).filter(isAbout), ...this.own(workload).filter(isAbout)];
  }

  /** Whether any policy isolates a workload's pods on one side. */
  public isolates(workload: Workload, direction: Direction): boolean {
    const isAbout = ({ directions }: NetworkPolicy) => directions.includes(direction);
    return this.wide(workload.namespace).some(isAbout) || this.own(workload).some(isAbout);
  }

  /** Policies about the pods of a workload and not about every pod of its namespace. */
  private own(workload: Workload): readonly NetworkPolicy[] {
    let own = this.ownIn.get(workload.namespace);
    if (!own) {
      own = this.ownOf(workload.namespace);
      this.ownIn.set(workload.namespace, own);
    }
    return own.get(workload) ?? NONE;
  }

  private ownOf(namespace: string): Map<Workload, NetworkPolicy[]> {
    const own = new Map<Workload, NetworkPolicy[]>();
    for (const policy of this.graph.policies.in(namespace)) {
      if (policy.pods.isEmpty) { continue; }
      for (const workload of this.graph.podsIn(namespace).select(policy.pods)) {
        const policies = own.get(workload);
        if (policies) { policies.push(policy); } else { own.set(workload, [policy]); }
      }
    }
    return own;
  }

  /**
   * Whether the policies let one workload's pods reach a port of another's. Addresses may be anybody's, and what labels a namespace has that
   * is made elsewhere nobody knows: both count as a yes.
   */
  public lets(from: Workload, to: Workload, port: number, protocol: string): boolean {
    const passes = (direction: Direction, end: Workload, other: Workload) => {
      const policies = this.isolating(end, direction);
      return policies.length === 0 || policies.some(policy => (
        policy.rules[direction].some(rule => this.admits(rule, policy, other, to, port, protocol))
      ));
    };
    return passes('Egress', from, to) && passes('Ingress', to, from);
  }

  private admits(rule: PolicyRule, policy: NetworkPolicy, other: Workload, to: Workload, port: number, protocol: string): boolean {
    return (rule.ports?.some(each => coversPort(each, to, port, protocol)) ?? true)
      && (rule.peers?.some(peer => this.isPeer(peer, policy, other)) ?? true);
  }

  private isPeer({ isBlock, pods, namespaces }: PolicyPeer, policy: NetworkPolicy, other: Workload): boolean {
    if (isBlock) { return true; }
    if (pods && !pods.matches(other.labels)) { return false; }
    if (!namespaces) { return other.namespace === policy.namespace; }
    const namespace = this.graph.namespaces.get(other.namespace, other.namespace);
    if (namespace) { return namespaces.matches(namespace.labels); }
    const isByName = namespaces.asks.some(({ key, values }) => key === 'kubernetes.io/metadata.name' && values?.length === 1);
    return !isByName || namespaces.matches({ 'kubernetes.io/metadata.name': other.namespace });
  }
}

/** A port that a policy names is one of the pods that are reached, whichever side the policy is about. */
function coversPort({ port, end, protocol: wanted }: PolicyPort, to: Workload, number: number, protocol: string): boolean {
  if (wanted !== protocol) { return false; }
  if (port === undefined) { return true; }
  if (typeof port === 'string') { return to.ports.some(each => each.name === port && each.number === number && each.protocol === protocol); }
  return number >= port && number <= (end ?? port);
}
