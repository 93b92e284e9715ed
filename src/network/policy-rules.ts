import type { Endpoint } from './endpoint';
import { internetBlocks } from './external';
import type { Flow, FlowPort } from './flow-graph';
import { AddressBlock, FlowPeer } from './peer';
import type { ClusterDns } from '../kube/cluster-dns';
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

/** The peers of one end of a flow; undefined for an address that nobody knows. */
export function peersOf(peer: FlowPeer, settings: Settings): object[] | undefined {
  const shape = peer._shape;
  switch (shape.kind) {
    case 'workload': return [podsSelected(shape.endpoint.namespace, shape.endpoint.selector)];
    case 'pods': return [podsSelected(shape.namespace, shape.labels)];
    case 'blocks': return shape.blocks.map(addressesSelected);
    case 'internet': return internetBlocks(settings.clusterCidrs, settings.ipv6).map(addressesSelected);
    case 'unknown-address': return undefined;
  }
}

function portSelected(port: FlowPort): object {
  return port.end === undefined
    ? { port: port.number, protocol: port.protocol }
    : { port: port.number, endPort: port.end, protocol: port.protocol };
}

interface Opening {
  readonly peers: object[] | undefined;
  readonly ports: readonly FlowPort[];
}

/** Openings as rules: one for each set of ports, its peers sorted, so that the same flows always make the same text. */
function rulesOf(openings: readonly Opening[], side: 'from' | 'to'): object[] {
  const portsOfPeer = new Map<string, Map<string, FlowPort>>();
  for (const { peers, ports } of openings) {
    for (const key of peers ? peers.map(peer => JSON.stringify(peer)) : ['']) {
      const known = portsOfPeer.get(key) ?? new Map<string, FlowPort>();
      ports.forEach(port => known.set(portKey(port), port));
      portsOfPeer.set(key, known);
    }
  }
  const groups = new Map<string, { ports: FlowPort[]; peers: string[] }>();
  for (const [peer, known] of portsOfPeer) {
    const ports = [...known.values()].sort(byPort);
    // A rule without peers opens to everyone and must stand alone.
    const key = `${peer === '' ? 'everyone ' : ''}${ports.map(portKey).join()}`;
    const group = groups.get(key) ?? { ports, peers: [] };
    if (peer !== '') { group.peers.push(peer); }
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => comparePorts(a.ports, b.ports) || compareText(a.peers[0] ?? '', b.peers[0] ?? ''))
    .map(({ ports, peers }) => ({
      ...(peers.length > 0 ? { [side]: peers.sort(compareText).map(text => JSON.parse(text)) } : {}),
      ports: ports.map(portSelected),
    }));
}

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

/** The one NetworkPolicy of a workload: exactly its flows, on both sides. */
export function networkPolicySpec(
  endpoint: Endpoint, into: readonly Flow[], outOf: readonly Flow[], resolvesNames: boolean, settings: Settings,
): Record<string, unknown> {
  const ingress = rulesOf(into.map(flow => ({ peers: peersOf(flow.from, settings), ports: [flow.port] })), 'from');
  const egress = rulesOf(outOf.map(flow => ({ peers: peersOf(flow.to, settings), ports: [flow.port] })), 'to');
  if (resolvesNames) { egress.push(dnsRule(settings.clusterDns)); }
  return {
    podSelector: { matchLabels: { ...endpoint.selector } },
    policyTypes: ['Ingress', 'Egress'],
    ...(ingress.length > 0 ? { ingress } : {}),
    ...(egress.length > 0 ? { egress } : {}),
  };
}
