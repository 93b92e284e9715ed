import { internetBlocks } from './external';
import type { FlowPort } from './flow';
import type { Opening, PolicyOpenings } from './passage';
import { AddressBlock, FlowPeer } from './peer';
import type { ClusterDns } from '../kube/cluster-dns';
import { Cni } from '../kube/cni';
import { PortProtocol } from '../kube/port';
import type { Settings } from '../policy/settings';

/** A NetworkPolicyPeer. Namespace and pods always stand in one peer: two peers would mean either of them. */
export function podsSelected(namespace: string, labels: Readonly<Record<string, string>>): object {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels: { ...labels } },
  };
}

function addressesSelected(block: AddressBlock): object {
  return { ipBlock: block.except.length > 0 ? { cidr: block.cidr, except: [...block.except] } : { cidr: block.cidr } };
}

const internet = new WeakMap<Settings, object[]>();

/** The same for every workload of an app. */
function internetPeers(settings: Settings): object[] {
  let peers = internet.get(settings);
  if (!peers) {
    peers = internetBlocks(settings.clusterCidrs, settings.ipv6).map(addressesSelected);
    internet.set(settings, peers);
  }
  return peers;
}

/** The peers of one end of a flow; undefined for an address that nobody knows. */
export function peersOf(peer: FlowPeer, settings: Settings): object[] | undefined {
  const shape = peer._shape;
  switch (shape.kind) {
    case 'workload': return [podsSelected(shape.endpoint.namespace, shape.endpoint.selector)];
    case 'pods': return [podsSelected(shape.namespace, shape.labels)];
    case 'blocks': return shape.blocks.map(addressesSelected);
    // Its addresses are not known, and may be others tomorrow.
    case 'internet': return internetPeers(settings);
    // Where Cilium learns its addresses from the DNS, another policy opens them alone.
    case 'host': return settings.cni === Cni.CILIUM ? [] : internetPeers(settings);
    case 'unknown-address': return undefined;
  }
}

function portSelected(port: FlowPort): object {
  return port.end === undefined
    ? { port: port.number, protocol: port.protocol }
    : { port: port.number, endPort: port.end, protocol: port.protocol };
}

/** Openings as rules: one for each set of ports, its peers sorted, so that the same flows always make the same text. */
function rulesOf(openings: readonly Opening[], side: 'from' | 'to', settings: Settings): object[] {
  const known = new Map<string, { peer?: object; key: string; ports: Map<string, FlowPort> }>();
  for (const { peer: other, port } of openings) {
    for (const peer of peersOf(other, settings) ?? [undefined]) {
      const key = peer ? JSON.stringify(peer) : EVERYONE;
      const entry = known.get(key) ?? { peer, key, ports: new Map<string, FlowPort>() };
      entry.ports.set(portKey(port), port);
      known.set(key, entry);
    }
  }
  const groups = new Map<string, { ports: FlowPort[]; peers: { peer?: object; key: string }[] }>();
  for (const { peer, key, ports } of known.values()) {
    const sorted = [...ports.values()].sort(byPort);
    // A rule without peers opens to everyone and must stand alone.
    const id = `${peer ? '' : EVERYONE} ${sorted.map(portKey).join()}`;
    const group = groups.get(id);
    if (group) {
      group.peers.push({ peer, key });
    } else {
      groups.set(id, { ports: sorted, peers: [{ peer, key }] });
    }
  }
  for (const { peers } of groups.values()) { peers.sort((a, b) => compareText(a.key, b.key)); }
  return [...groups.values()]
    .sort((a, b) => comparePorts(a.ports, b.ports) || compareText(a.peers[0].key, b.peers[0].key))
    .map(({ ports, peers }) => ({
      ...(peers[0].peer ? { [side]: peers.map(each => each.peer) } : {}),
      ports: ports.map(portSelected),
    }));
}

/** Stands for the peer that is not named: whoever it is. */
const EVERYONE = '*';

function portKey(port: FlowPort): string {
  return `${port.protocol}/${port.number}-${port.end ?? port.number}`;
}

function byPort(a: FlowPort, b: FlowPort): number {
  return a.number - b.number || (a.end ?? a.number) - (b.end ?? b.number) || compareText(a.protocol, b.protocol);
}

function comparePorts(a: readonly FlowPort[], b: readonly FlowPort[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = byPort(a[i], b[i]);
    if (order !== 0) { return order; }
  }
  return a.length - b.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function dnsRule(dns: ClusterDns): object {
  return {
    to: [
      ...dns._pods.map(pods => podsSelected(pods.namespace, pods.labels)),
      ...dns._addresses.map(cidr => addressesSelected({ cidr, except: [] })),
    ],
    // TCP is no luxury: a truncated answer is asked for again over TCP.
    ports: [{ port: dns._port, protocol: PortProtocol.UDP }, { port: dns._port, protocol: PortProtocol.TCP }],
  };
}

/** A NetworkPolicy for the pods with these labels: exactly what is to be let through, on both sides. */
export function networkPolicySpec(selector: Readonly<Record<string, string>>, open: PolicyOpenings, settings: Settings): Record<string, unknown> {
  const ingress = rulesOf(open.into, 'from', settings);
  const egress = rulesOf(open.outOf, 'to', settings);
  if (open.resolvesNames) { egress.push(dnsRule(settings.clusterDns)); }
  return {
    podSelector: { matchLabels: { ...selector } },
    policyTypes: ['Ingress', 'Egress'],
    ...(ingress.length > 0 ? { ingress } : {}),
    ...(egress.length > 0 ? { egress } : {}),
  };
}
