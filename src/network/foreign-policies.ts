import type { Endpoint } from './endpoint';
import type { FlowPort } from './flow';
import type { FlowGraph } from './flow-graph';
import { peersOf, podsSelected } from './policy-rules';
import { carries } from './selector';
import { Cidr, parseCidr } from '../kube/cidr';
import { groupKind } from '../kube/pod';
import { PortProtocol } from '../kube/port';
import { sentence } from '../kube/problem';
import type { AuditRun } from '../policy/audit';
import type { Finding } from '../policy/finding';
import { LabelSelector } from '../policy/label-selector';
import type { Manifest } from '../policy/manifest';
import { isRendered } from '../policy/rendered-object';
import type { Settings } from '../policy/settings';

/** A peer that the declared flows open, with one port; no peer means everyone. */
interface Open {
  readonly peer: any;
  readonly port: FlowPort;
  /** Who it is, in words. */
  readonly who: string;
}

const MOST_SHOWN = 5;

/**
 * Policies add up: one that selects a workload's pods and allows more than its flows opens what nobody declared. Policies of other
 * libraries are judged, and those of this one that were patched.
 */
export function foreignPolicyAudit(graph: FlowGraph, settings: Settings): AuditRun {
  const foreign: Manifest[] = [];
  return {
    see: manifest => {
      const { construct, json } = manifest;
      if (groupKind(json) === 'networking.k8s.io/NetworkPolicy' && (!isRendered(construct) || construct.isPatched)) { foreign.push(manifest); }
    },
    conclude: () => foreign.flatMap(manifest => graph.endpoints
      .filter(end => end.namespace === manifest.json.metadata?.namespace && podsOf(manifest.json).matches(end.labels))
      .flatMap(end => sidesOf(manifest.json.spec).flatMap(side => widened(manifest, end, side, declared(graph, end, side, settings))))),
  };
}

/** A policy without podSelector selects every pod. */
function podsOf(policy: any): LabelSelector {
  return LabelSelector.of(policy.spec?.podSelector ?? {})!;
}

type Side = 'Ingress' | 'Egress';

const SIDES: readonly Side[] = ['Ingress', 'Egress'];

/** Rules for a side that the policy is not about count for nothing. Without policyTypes it is about ingress, and about egress if it has rules for it. */
function sidesOf(spec: any): readonly Side[] {
  const types = listOf(spec?.policyTypes);
  if (types.length > 0) { return SIDES.filter(side => types.includes(side)); }
  return listOf(spec?.egress).length > 0 ? SIDES : ['Ingress'];
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}

function declared(graph: FlowGraph, end: Endpoint, side: Side, settings: Settings): Open[] {
  const open = graph.openings(end, side === 'Ingress' ? 'into' : 'outOf').flatMap(({ peer: other, port }): Open[] =>
    (peersOf(other, settings) ?? [undefined]).map(peer => ({ peer, port, who: other.description })));
  if (side === 'Ingress' || !graph.resolvesNames(end)) { return open; }
  const dns = settings.clusterDns;
  const peers = [...dns._pods.map(p => podsSelected(p.namespace, p.labels)), ...dns._addresses.map(cidr => ({ ipBlock: { cidr } }))];
  const names = [PortProtocol.UDP, PortProtocol.TCP].map(protocol => ({ port: { number: dns._port, protocol }, who: 'the cluster\'s DNS' }));
  return [...open, ...peers.flatMap(peer => names.map(each => ({ peer, ...each })))];
}

function widened(manifest: Manifest, end: Endpoint, side: Side, open: readonly Open[]): Finding[] {
  const { spec } = manifest.json;
  return listOf(side === 'Ingress' ? spec?.ingress : spec?.egress).flatMap((rule, i) => {
    const peers = listOf(side === 'Ingress' ? rule?.from : rule?.to);
    const ports = listOf(rule?.ports);
    const covered = ports.length > 0 && (peers.length > 0 ? peers : [undefined]).every(peer => ports.every(port => open.some(o =>
      coversPort(o.port, port, side === 'Ingress' ? end : undefined) && coversPeer(o.peer, peer, end.namespace))));
    return covered ? [] : [{
      rule: 'policy-opens-declared-flows-only',
      construct: manifest.construct,
      message: sentence({
        what: `NetworkPolicy "${manifest.json.metadata?.name}" opens to "${end.name}" what no flow declares, at spec.${side.toLowerCase()}[${i}]`,
        got: rule,
        expected: open.length > 0 ? `part of ${inWords(open)}` : 'no rule, since no flow is declared',
        todo: `declare the flow with connections.${side === 'Ingress' ? 'allowFrom' : 'allowTo'}(…), or remove the policy`,
      }),
    }];
  });
}

function inWords(open: readonly Open[]): string {
  const flows = [...new Set(open.map(({ who, port }) => `${who} on ${port.number}${port.end === undefined ? '' : `-${port.end}`}/${port.protocol}`))];
  const more = flows.length > MOST_SHOWN ? [`${flows.length - MOST_SHOWN} more`] : [];
  return [...flows.slice(0, MOST_SHOWN), ...more].join(' or ');
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
  const only = peer.namespaceSelector ? peer.namespaceSelector.matchLabels ?? {} : { 'kubernetes.io/metadata.name': namespace };
  return carries(only, open.namespaceSelector.matchLabels) && carries(peer.podSelector?.matchLabels ?? {}, open.podSelector.matchLabels);
}

function coversBlock(open: any, block: any): boolean {
  const inner = readCidr(block.cidr);
  if (!inner || !parseCidr('ipBlock', open.cidr).contains(inner)) { return false; }
  return listOf(open.except).map(text => parseCidr('except', text))
    .every(closed => !closed.overlaps(inner) || listOf(block.except).some(text => readCidr(text)?.contains(closed)));
}

/** A CIDR that others wrote. Undefined where it can be read in more than one way: it is then part of nothing. */
function readCidr(text: string): Cidr | undefined {
  try {
    return parseCidr('ipBlock', text);
  } catch {
    return undefined;
  }
}
