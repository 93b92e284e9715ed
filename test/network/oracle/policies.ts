import { Block, Blocks, readBlocks } from './address';
import { Protocol, PROTOCOLS } from './connections';
import { Selector } from './selector';

export type Direction = 'ingress' | 'egress';

export const DIRECTIONS: readonly Direction[] = ['egress', 'ingress'];

/** Pods, by two selectors that must both agree, or addresses. Never both. */
export type Peer =
  | { readonly kind: 'pods'; readonly namespaceSelector?: Selector; readonly podSelector?: Selector }
  | { readonly kind: 'addresses'; readonly blocks: Blocks };

export interface PolicyPort {
  readonly protocol: Protocol;
  /** A number, or the name of a container port of the destination; undefined for every port of the protocol. */
  readonly port?: number | string;
  readonly endPort?: number;
}

export interface Rule {
  /** Undefined for anyone. */
  readonly peers?: readonly Peer[];
  /** Undefined for every port of every protocol. */
  readonly ports?: readonly PolicyPort[];
}

/** A NetworkPolicy with all defaults applied. */
export interface Policy {
  readonly namespace: string;
  readonly name: string;
  readonly podSelector: Selector;
  /** Undefined where the policy says nothing on this direction; empty where it closes it. */
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

/** Reads a manifest, and refuses what an API server would refuse or drop: a policy that means nothing must not pass for a strict one. */
export function readPolicy(manifest: any): Policy {
  const { namespace = 'default', name } = manifest.metadata;
  const at = `NetworkPolicy ${namespace}/${name}`;
  const spec = manifest.spec ?? {};
  only(at, spec, ['podSelector', 'policyTypes', 'ingress', 'egress']);
  const types = typesOf(at, spec);
  const rules = (type: string, list: any, peers: string): readonly Rule[] | undefined =>
    types.includes(type) ? listOf(list).map(rule => readRule(at, rule ?? {}, peers)) : undefined;
  return {
    namespace,
    name,
    podSelector: readSelector(at, spec.podSelector) ?? {},
    ingress: rules('Ingress', spec.ingress, 'from'),
    egress: rules('Egress', spec.egress, 'to'),
  };
}

/** Unless said, a policy is on ingress, and on egress only if it has a rule for it. */
function typesOf(at: string, spec: any): readonly string[] {
  const types = listOf(spec.policyTypes);
  types.forEach(type => demand(['Ingress', 'Egress'].includes(type), `policyTypes of ${at}`, type));
  if (types.length > 0) { return types; }
  return listOf(spec.egress).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

function readRule(at: string, rule: any, peersField: string): Rule {
  only(`rule of ${at}`, rule, [peersField, 'ports']);
  const peers = listOf(rule[peersField]).map(peer => readPeer(`peer of ${at}`, peer));
  const ports = listOf(rule.ports).map(port => readPort(`port of ${at}`, port));
  return { ...(peers.length > 0 ? { peers } : {}), ...(ports.length > 0 ? { ports } : {}) };
}

function readPeer(at: string, peer: any): Peer {
  only(at, peer, ['namespaceSelector', 'podSelector', 'ipBlock']);
  const namespaceSelector = readSelector(at, peer.namespaceSelector);
  const podSelector = readSelector(at, peer.podSelector);
  const selects = namespaceSelector !== undefined || podSelector !== undefined;
  if (!peer.ipBlock) {
    demand(selects, at, peer);
    return { kind: 'pods', namespaceSelector, podSelector };
  }
  demand(!selects, at, peer);
  only(at, peer.ipBlock, ['cidr', 'except']);
  const blocks = readBlocks(peer.ipBlock.cidr, listOf(peer.ipBlock.except));
  blocks.except.forEach((part: Block) => demand(blocks.block.contains(part) && part.prefix > blocks.block.prefix, at, peer));
  return { kind: 'addresses', blocks };
}

function readPort(at: string, port: any): PolicyPort {
  only(at, port, ['port', 'endPort', 'protocol']);
  const protocol = port.protocol ?? 'TCP';
  demand(PROTOCOLS.includes(protocol), at, port);
  const isPort = (number: any) => Number.isInteger(number) && number >= 1 && number <= 65535;
  demand(port.port == null || isPort(port.port) || (typeof port.port === 'string' && /[a-z]/.test(port.port)), at, port);
  demand(port.endPort == null || (isPort(port.port) && isPort(port.endPort) && port.endPort >= port.port), at, port);
  return { protocol, port: port.port ?? undefined, endPort: port.endPort ?? undefined };
}

function readSelector(at: string, selector: any): Selector | undefined {
  if (selector == null) { return undefined; }
  only(`selector of ${at}`, selector, ['matchLabels', 'matchExpressions']);
  Object.values(selector.matchLabels ?? {}).forEach(value => demand(typeof value === 'string', `selector of ${at}`, selector));
  for (const { operator, values } of listOf(selector.matchExpressions)) {
    demand(['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator), `operator of ${at}`, operator);
    demand((listOf(values).length > 0) === ['In', 'NotIn'].includes(operator), `values of ${at}`, values);
  }
  return selector;
}

function listOf(value: any): any[] {
  return value ?? [];
}

function only(at: string, object: any, fields: readonly string[]): void {
  Object.keys(object).forEach(field => demand(fields.includes(field), `field of ${at}`, field));
}

function demand(holds: boolean, what: string, got: unknown): void {
  if (!holds) { throw new Error(`${what}: got ${JSON.stringify(got)}, which an API server would not take`); }
}
