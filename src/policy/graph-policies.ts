import type { Entry } from './entry-table';
import { each, NONE, numberOf, objectOf, textOf } from './json-reading';
import { LabelSelector } from './label-selector';
import { areSame, Shared } from './shared';
import type { JsonObject } from '../kube/pod';

/** A side of a connection, as a NetworkPolicy names it. */
export type Direction = 'Ingress' | 'Egress';

export const DIRECTIONS: readonly Direction[] = ['Ingress', 'Egress'];

/** Whom a rule of a policy lets through. */
export interface PolicyPeer {
  /** Addresses: whose they are is not told. */
  readonly isBlock: boolean;
  /** Nothing where it is every pod of the namespaces. */
  readonly pods?: LabelSelector;
  /** Nothing where it is the policy's own namespace. */
  readonly namespaces?: LabelSelector;
}

export interface PolicyPort {
  /** Nothing where it is every port. */
  readonly port?: number | string;
  readonly end?: number;
  readonly protocol: string;
}

/** What one rule of a policy lets through; no list of peers or ports means all of them. */
export interface PolicyRule {
  readonly peers?: readonly PolicyPeer[];
  readonly ports?: readonly PolicyPort[];
}

export interface NetworkPolicy extends Entry {
  readonly pods: LabelSelector;
  /** The sides on which it isolates its pods. */
  readonly directions: readonly Direction[];
  /** What it lets through all the same. */
  readonly rules: Readonly<Record<Direction, readonly PolicyRule[]>>;
}

const BOTH = DIRECTIONS;
const INGRESS: readonly Direction[] = ['Ingress'];
const EGRESS: readonly Direction[] = ['Egress'];

/** A NetworkPolicy without podSelector is about every pod; one without policyTypes about ingress, and about egress if it has rules for it. */
export function networkPolicyOf(json: JsonObject, entry: Entry): NetworkPolicy {
  const { podSelector, policyTypes, ingress, egress } = objectOf(json.spec);
  return {
    index: entry.index,
    kind: entry.kind,
    namespace: entry.namespace,
    name: entry.name,
    pods: LabelSelector.of(podSelector ?? {})!,
    directions: directionsOf(policyTypes, egress),
    rules: { Ingress: each(ingress, ingressRule), Egress: each(egress, egressRule) },
  };
}

function directionsOf(types: unknown, egress: unknown): readonly Direction[] {
  const isSaid = Array.isArray(types) && types.some(type => typeof type === 'string');
  const isIngress = !isSaid || types.includes('Ingress');
  const isEgress = isSaid ? types.includes('Egress') : Array.isArray(egress) && egress.length > 0;
  if (isIngress) { return isEgress ? BOTH : INGRESS; }
  return isEgress ? EGRESS : NONE;
}

function ingressRule({ from, ports }: JsonObject): PolicyRule {
  return ruleOf(each(from, peerOf), each(ports, portOf));
}

function egressRule({ to, ports }: JsonObject): PolicyRule {
  return ruleOf(each(to, peerOf), each(ports, portOf));
}

/** The same rules are in most policies of a set, such as the one for DNS. */
const RULES = new Shared<PolicyRule>((a, b) => areSame(a.peers, b.peers) && areSame(a.ports, b.ports));
const PEERS = new Shared<PolicyPeer>((a, b) => a.isBlock === b.isBlock && a.pods === b.pods && a.namespaces === b.namespaces);
const PORTS = new Shared<PolicyPort>((a, b) => a.port === b.port && a.end === b.end && a.protocol === b.protocol);

function ruleOf(peers: readonly PolicyPeer[], ports: readonly PolicyPort[]): PolicyRule {
  return RULES.of(peers[0] ?? ports[0], { peers: peers.length > 0 ? peers : undefined, ports: ports.length > 0 ? ports : undefined });
}

function peerOf({ ipBlock, podSelector, namespaceSelector }: JsonObject): PolicyPeer {
  const pods = LabelSelector.of(podSelector);
  const namespaces = LabelSelector.of(namespaceSelector);
  return PEERS.of(pods ?? namespaces, { isBlock: ipBlock !== undefined && ipBlock !== null, pods, namespaces });
}

function portOf({ port, endPort, protocol }: JsonObject): PolicyPort {
  const made: PolicyPort = { port: numberOf(port) ?? textOf(port), end: numberOf(endPort), protocol: textOf(protocol) ?? 'TCP' };
  return PORTS.of(made.protocol === 'TCP' ? made.port : `${made.port}/${made.protocol}`, made);
}
