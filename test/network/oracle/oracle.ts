import { hasAddress, readAddress } from './address';
import { Cluster, Pod } from './cluster';
import { Connections } from './connections';
import { Direction, Peer, PolicyPort, Rule } from './policies';
import { matches } from './selector';

/** Who stands at an end of a connection: pods, or an address as text. */
export type Party = Pod | string;

/**
 * What the policies on the source let out to the destination, whatever the destination's own policies say.
 *
 * A workload with itself means two of its replicas: a pod can always reach itself. A pod on the host network is seen as Kubernetes
 * calls most common: no policy holds it, and no selector finds it. To ask for its address, ask for the address.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function allowedEgress(cluster: Cluster, from: Party, to: Party): Connections {
  return sideOf(cluster, 'egress', from)(to);
}

/** What the policies on the destination let in from the source, whatever the source's own policies say. */
export function allowedIngress(cluster: Cluster, to: Party, from: Party): Connections {
  return sideOf(cluster, 'ingress', to)(from);
}

/** One side of one party, to be asked for many others. */
export function sideOf(cluster: Cluster, direction: Direction, subject: Party): (other: Party) => Connections {
  if (typeof subject === 'string' || subject.hostNetwork) { return () => Connections.ALL; }
  const holding = cluster.policies.filter(policy => policy[direction] !== undefined
    && policy.namespace === subject.namespace
    && matches(policy.podSelector, subject.labels));
  if (holding.length === 0) { return () => Connections.ALL; }
  const rules = holding.flatMap(policy => policy[direction] ?? []);
  return other => Connections.union(rules
    .filter(rule => isFor(rule, other, subject.namespace, cluster))
    .map(rule => portsOf(rule, direction === 'egress' ? other : subject)));
}

function isFor(rule: Rule, other: Party, namespace: string, cluster: Cluster): boolean {
  return rule.peers === undefined || rule.peers.some(peer => isPeer(peer, other, namespace, cluster));
}

/** Addresses never stand for pods, nor pods for addresses. */
function isPeer(peer: Peer, other: Party, namespace: string, cluster: Cluster): boolean {
  if (peer.kind === 'addresses') { return typeof other === 'string' && hasAddress(peer.blocks, readAddress(other)); }
  if (typeof other === 'string' || other.hostNetwork) { return false; }
  const inNamespace = peer.namespaceSelector
    ? matches(peer.namespaceSelector, cluster.namespaceLabels(other.namespace))
    : other.namespace === namespace;
  return inNamespace && matches(peer.podSelector ?? {}, other.labels);
}

function portsOf(rule: Rule, destination: Party): Connections {
  return rule.ports === undefined ? Connections.ALL : Connections.union(rule.ports.map(port => onePort(port, destination)));
}

/** Names are those of the destination's containers; an address has none. */
function onePort({ protocol, port, endPort }: PolicyPort, destination: Party): Connections {
  if (port === undefined) { return Connections.of(protocol, 1, 65535); }
  if (typeof port === 'number') { return Connections.of(protocol, port, endPort ?? port); }
  if (typeof destination === 'string' || destination.hostNetwork) { return Connections.NONE; }
  return Connections.union(destination.ports
    .filter(known => known.name === port && known.protocol === protocol)
    .map(known => Connections.of(protocol, known.number)));
}
