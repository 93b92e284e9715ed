import type { Endpoint } from './endpoint';
import type { FlowGraph, FlowPort } from './flow-graph';
import { carries } from './host-network';
import { peersOf, podsSelected } from './policy-rules';
import { selectorMatches } from './selector';
import { parseCidr } from '../kube/cidr';
import { PortProtocol } from '../kube/port';
import { sentence, shown } from '../kube/problem';
import type { AuditRun } from '../policy/audit';
import type { Finding } from '../policy/finding';
import type { Manifest } from '../policy/manifest';
import { isRendered } from '../policy/rendered-object';
import type { Settings } from '../policy/settings';

/** A peer that the declared flows open, with one port; no peer means everyone. */
interface Open {
  readonly peer: any;
  readonly port: FlowPort;
}

/**
 * Policies add up: one that selects a workload's pods and allows more than its flows opens what nobody declared. Policies of other
 * libraries are judged, and those of this one that were patched.
 */
export function foreignPolicyAudit(graph: FlowGraph, settings: Settings): AuditRun {
  const foreign: Manifest[] = [];
  return {
    see: manifest => {
      const { construct, json } = manifest;
      if (json?.kind === 'NetworkPolicy' && (!isRendered(construct) || construct.isPatched)) { foreign.push(manifest); }
    },
    conclude: () => foreign.flatMap(manifest => graph.endpoints
      .filter(end => end.namespace === manifest.json.metadata?.namespace && selectorMatches(manifest.json.spec?.podSelector, end.labels))
      .flatMap(end => SIDES.flatMap(side => widened(manifest, end, side, declared(graph, end, side, settings))))),
  };
}

type Side = 'Ingress' | 'Egress';

const SIDES: readonly Side[] = ['Ingress', 'Egress'];

function declared(graph: FlowGraph, end: Endpoint, side: Side, settings: Settings): Open[] {
  const flows = side === 'Ingress' ? graph.into(end) : graph.outOf(end);
  const open = flows.flatMap(({ from, to, port }): Open[] => {
    const peers = peersOf(side === 'Ingress' ? from : to, settings);
    return peers ? peers.map(peer => ({ peer, port })) : [{ peer: undefined, port }];
  });
  if (side === 'Ingress' || !graph.resolvesNames(end)) { return open; }
  const dns = settings.clusterDns;
  const peers = [...dns._pods.map(p => podsSelected(p.namespace, p.labels)), ...dns._addresses.map(cidr => ({ ipBlock: { cidr } }))];
  return [...open, ...peers.flatMap(peer => [PortProtocol.UDP, PortProtocol.TCP].map(protocol => ({ peer, port: { number: dns._port, protocol } })))];
}

function widened(manifest: Manifest, end: Endpoint, side: Side, open: readonly Open[]): Finding[] {
  const { spec } = manifest.json;
  const rules = (side === 'Ingress' ? spec?.ingress : spec?.egress) ?? [];
  return rules.flatMap((rule: any, i: number) => {
    const peers: any[] = (side === 'Ingress' ? rule?.from : rule?.to) ?? [];
    const ports: any[] = rule?.ports ?? [];
    const covered = ports.length > 0 && (peers.length > 0 ? peers : [undefined]).every(peer => ports.every(port => open.some(o =>
      coversPort(o.port, port, side === 'Ingress' ? end : undefined) && coversPeer(o.peer, peer, end.namespace))));
    return covered ? [] : [{
      rule: 'policy-opens-declared-flows-only',
      construct: manifest.construct,
      message: sentence({
        what: `NetworkPolicy "${manifest.json.metadata?.name}" opens to "${end.name}" what no flow declares, at spec.${side.toLowerCase()}[${i}]`,
        got: rule,
        expected: open.length > 0 ? `part of ${shown(open)}` : 'no rule, since no flow is declared',
        todo: `declare the flow with connections.${side === 'Ingress' ? 'allowFrom' : 'allowTo'}(…), or remove the policy`,
      }),
    }];
  });
}

function coversPort(open: FlowPort, port: any, named: Endpoint | undefined): boolean {
  const protocol = port?.protocol ?? 'TCP';
  const number = typeof port?.port === 'string' ? named?.ports.find(p => p.name === port.port && p.protocol === protocol)?.number : port?.port;
  return typeof number === 'number' && protocol === open.protocol && number >= open.number && (port.endPort ?? number) <= (open.end ?? open.number);
}

function coversPeer(open: any, peer: any, namespace: string): boolean {
  if (open === undefined) { return true; }
  if (peer === undefined || peer === null) { return false; }
  if (peer.ipBlock) { return open.ipBlock !== undefined && coversBlock(open.ipBlock, peer.ipBlock); }
  if (open.ipBlock) { return false; }
  const only = peer.namespaceSelector === undefined ? { 'kubernetes.io/metadata.name': namespace } : peer.namespaceSelector?.matchLabels ?? {};
  return carries(only, open.namespaceSelector.matchLabels) && carries(peer.podSelector?.matchLabels ?? {}, open.podSelector.matchLabels);
}

function coversBlock(open: any, block: any): boolean {
  const inner = parseCidr('ipBlock', block.cidr);
  const kept = (block.except ?? []).map((text: string) => parseCidr('except', text));
  return parseCidr('ipBlock', open.cidr).contains(inner) && (open.except ?? []).every((text: string) => {
    const closed = parseCidr('except', text);
    return !closed.overlaps(inner) || kept.some((other: ReturnType<typeof parseCidr>) => other.contains(closed));
  });
}
