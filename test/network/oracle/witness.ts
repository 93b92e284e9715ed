import { Block } from './address';
import { Protocol, PROTOCOLS } from './connections';
import { asksForLabels, Labels, leastLabels, NAMESPACE_NAME, Selector } from './selector';

/*
 * Reasons why a changed policy means something else, without asking the oracle that is under test. A witness is one connection that the
 * policies allowed for sure and now cannot allow, or the other way round. "For sure" comes from how a fault makes it; "cannot" from the
 * functions here, which say "may" wherever they are in doubt. A change without a witness is no fault: it may mean the same.
 */

/** Labels of somebody: all of them, or those that are known. */
export interface SomeLabels {
  readonly labels: Labels;
  readonly whole: boolean;
}

export type Someone =
  | { readonly namespace: SomeLabels; readonly labels: SomeLabels }
  | { readonly block: Block };

export interface Span {
  readonly protocol: Protocol;
  readonly first: number;
  readonly last: number;
}

/** Whose side it is. */
export interface Subject {
  readonly type: 'Ingress' | 'Egress';
  readonly namespace: string;
  readonly labels: SomeLabels;
}

export interface Witness {
  readonly subject: Subject;
  readonly other: Someone;
  readonly span: Span;
}

const NOWHERE: SomeLabels = { labels: { [NAMESPACE_NAME]: 'nowhere' }, whole: true };

export const UNLABELLED: SomeLabels = { labels: {}, whole: true };

/** A pod and addresses that nobody knows. */
export const STRANGERS: readonly Someone[] = [
  { namespace: NOWHERE, labels: UNLABELLED },
  ...['198.18.7.7/32', '2001:db8:7::7/128'].map(cidr => ({ block: Block.read(cidr) })),
];

/** Ports that few have reason to open. */
export const ODD_SPANS: readonly Span[] = PROTOCOLS.flatMap(protocol => [1, 65535].map(port => ({ protocol, first: port, last: port })));

export function someLabels(selector: Selector | undefined): SomeLabels {
  return { labels: leastLabels(selector), whole: false };
}

/** Pods that a peer selects; in a namespace of which only these labels are known, unless the selector names it. */
export function podsOf(peer: any, ownNamespace: string): { namespace: SomeLabels; labels: SomeLabels } {
  const namespace = peer.namespaceSelector
    ? { [NAMESPACE_NAME]: 'somewhere', ...leastLabels(peer.namespaceSelector) }
    : { [NAMESPACE_NAME]: ownNamespace };
  return { namespace: { labels: namespace, whole: false }, labels: someLabels(peer.podSelector) };
}

/** Pods with the labels that a peer asks for, where nobody expects them. */
export function lookAlikes(peer: any): Someone {
  return { namespace: NOWHERE, labels: peer.podSelector ? someLabels(peer.podSelector) : UNLABELLED };
}

/** Whether some policy may let the subject have such a connection. */
export function mayGrant(policies: readonly any[], { subject, other, span }: Witness): boolean {
  const [rules, peers] = subject.type === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
  return policies.filter(policy => mayHold(policy, subject)).some(policy => (policy.spec[rules] ?? []).some((rule: any) =>
    anyOf(rule[peers], peer => mayBe(peer, other, subject.namespace)) && anyOf(rule.ports, port => mayMeet(port, span))));
}

/** Whether some policy may isolate the subject, so that only what is granted is allowed. */
export function mayIsolate(policies: readonly any[], subject: Subject): boolean {
  return policies.some(policy => mayHold(policy, subject) && (policy.spec.policyTypes ?? [subject.type]).includes(subject.type));
}

/** Whether some policy isolates every pod of the namespace. */
export function isolatesAll(policies: readonly any[], { namespace, type }: Subject): boolean {
  return policies.some(({ metadata, spec }) => namespaceOf(metadata) === namespace
    && spec.policyTypes?.includes(type) && (spec.podSelector?.matchExpressions ?? []).length === 0 && !asksForLabels(spec.podSelector));
}

export function namespaceOf(metadata: any): string {
  return metadata.namespace ?? 'default';
}

function mayHold({ metadata, spec }: any, { namespace, labels }: Subject): boolean {
  return namespaceOf(metadata) === namespace && mayMatch(spec.podSelector ?? {}, labels);
}

/** Nobody named means anybody. */
function anyOf(list: readonly any[] | undefined, test: (each: any) => boolean): boolean {
  return !list || list.length === 0 || list.some(test);
}

function mayBe({ ipBlock, namespaceSelector, podSelector }: any, other: Someone, ownNamespace: string): boolean {
  if ('block' in other || ipBlock) {
    return 'block' in other && ipBlock !== undefined && Block.read(ipBlock.cidr).overlaps(other.block)
      && !(ipBlock.except ?? []).some((part: string) => Block.read(part).contains(other.block));
  }
  const inNamespace = namespaceSelector ?? { matchLabels: { [NAMESPACE_NAME]: ownNamespace } };
  return mayMatch(inNamespace, other.namespace) && mayMatch(podSelector ?? {}, other.labels);
}

/** Doubts about `NotIn` and `DoesNotExist` are not worth a thought here. */
function mayMatch({ matchLabels = {}, matchExpressions = [] }: Selector, { labels, whole }: SomeLabels): boolean {
  const mayCarry = (key: string, values?: readonly string[]) => key in labels ? values?.includes(labels[key]) ?? true : !whole;
  return Object.entries(matchLabels).every(([key, value]) => mayCarry(key, [value]))
    && matchExpressions.every(({ key, operator, values }) =>
      operator === 'In' ? mayCarry(key, values) : operator === 'Exists' ? mayCarry(key) : true);
}

/** A named port may be any. */
function mayMeet({ protocol = 'TCP', port, endPort }: any, span: Span): boolean {
  return protocol === span.protocol && (typeof port !== 'number' || (port <= span.last && (endPort ?? port) >= span.first));
}
