import { readBlocks, showAddress } from './address';
import { Cluster, Pod, PodProps } from './cluster';
import { DeclaredFlow, UnmanagedPods } from './declared-flow';
import { Peer, Policy } from './policies';
import { asksForLabels, carries, Labels, leastLabels, NAMESPACE_NAME } from './selector';

/** A pod that nobody declared, or an address as text. */
export type Decoy = string | DecoyPod;

export interface DecoyPod extends PodProps {
  readonly labels: Labels;
  /** Whether its own sides must be shut to everyone, as a namespace with a default deny promises to every pod in it. */
  readonly closed?: boolean;
}

/** Metadata services first, then one private and one public address of each family. */
const ADDRESSES = ['169.254.169.254', 'fd00:ec2::254', '192.168.77.7', 'fd77:7777::7', '203.0.113.77', '2001:db8:7777::7'];

/** A namespace that has nothing to do with any other. */
export const NOWHERE = 'decoy-nowhere';

/** Adds every decoy that workloads, flows and policies suggest, and returns the addresses among them. */
export function addDecoys(stage: Cluster, flows: readonly DeclaredFlow[]): readonly string[] {
  const managed = stage.pods.filter(pod => pod.managed && !pod.hostNetwork);
  const strangers = flows.flatMap(flow => [flow.from, flow.to]).filter((end): end is UnmanagedPods => typeof end !== 'string' && 'labels' in end);
  const decoys: DecoyPod[] = [
    { namespace: NOWHERE, labels: {} },
    ...managed.flatMap(pod => [
      { namespace: pod.namespace, labels: {} },
      { namespace: NOWHERE, labels: pod.labels, ports: pod.ports },
      { namespace: twinOf(stage, pod.namespace), labels: pod.labels, ports: pod.ports },
      ...amongOthers(managed, pod),
    ]),
    ...strangers.flatMap(pods => [
      pods,
      { namespace: pods.namespace, labels: {} },
      { namespace: NOWHERE, labels: pods.labels },
      ...Object.keys(pods.labels).map(label => ({ namespace: pods.namespace, labels: without(pods.labels, key => key === label) })),
      ...amongOthers(managed, pods),
    ]),
    ...stage.policies.flatMap(policy => podPeers(policy).flatMap(peer => selectedBy(stage, managed, policy, peer))),
  ];
  new Map(decoys.map(decoy => [JSON.stringify([decoy.namespace, Object.entries(decoy.labels).sort()]), decoy])).forEach(decoy => stage.addPod(decoy));
  return addresses(stage, flows);
}

/** A namespace with the labels of another, and a name of its own. */
function twinOf(stage: Cluster, namespace: string): string {
  const twin = `decoy-like-${namespace}`;
  stage.addNamespace(twin, stage.namespaceLabels(namespace));
  return twin;
}

/**
 * Look-alikes in the other namespaces of the app, without what a workload there is known by: that would not be a decoy but a pod that
 * its callers rightly take for it.
 */
function amongOthers(managed: readonly Pod[], { namespace, labels }: UnmanagedPods): DecoyPod[] {
  const others = new Set(managed.map(pod => pod.namespace).filter(name => name !== namespace));
  return [...others].map(other => {
    const taken = managed.filter(pod => pod.namespace === other);
    return { namespace: other, labels: without(labels, (key, value) => taken.some(pod => pod.labels[key] === value)) };
  });
}

function without(labels: Labels, drop: (key: string, value: string) => boolean): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([key, value]) => !drop(key, value)));
}

type PodPeer = Extract<Peer, { kind: 'pods' }>;

function podPeers(policy: Policy): PodPeer[] {
  return peersOf(policy).filter(peer => peer.kind === 'pods');
}

function peersOf({ ingress = [], egress = [] }: Policy): readonly Peer[] {
  return [...ingress, ...egress].flatMap(rule => rule.peers ?? []);
}

/** The pod that a policy itself has in mind, unless it is one of the app: whoever else is let in is a stranger. */
function selectedBy(stage: Cluster, managed: readonly Pod[], policy: Policy, { namespaceSelector, podSelector }: PodPeer): DecoyPod[] {
  const labels = leastLabels(podSelector);
  const inNamespace = namespaceSelector ? leastLabels(namespaceSelector) : { [NAMESPACE_NAME]: policy.namespace };
  const isOurs = managed.some(pod => carries(pod.labels, labels) && carries(stage.namespaceLabels(pod.namespace), inNamespace));
  if (isOurs) { return []; }
  if (asksForLabels(namespaceSelector) && !inNamespace[NAMESPACE_NAME]) {
    const namespace = `decoy-with-${Object.entries(inNamespace).flat().join('-')}`;
    stage.addNamespace(namespace, inNamespace);
    return [{ namespace, labels }];
  }
  return [{ namespace: inNamespace[NAMESPACE_NAME] ?? NOWHERE, labels }];
}

/** Around the edges of every block that flows or policies name. Between two edges nothing changes, so no address is left unasked. */
function addresses(stage: Cluster, flows: readonly DeclaredFlow[]): readonly string[] {
  const declared = flows.flatMap(({ from, to }) => [from, to])
    .flatMap(end => typeof end !== 'string' && 'cidr' in end ? [readBlocks(end.cidr, end.except)] : []);
  const named = stage.policies.flatMap(peersOf).flatMap(peer => peer.kind === 'addresses' ? [peer.blocks] : []);
  const edges = [...declared, ...named].flatMap(({ block, except }) => [block, ...except]).flatMap(block => block.edges);
  return [...new Set([...ADDRESSES, ...edges.map(showAddress)])];
}
