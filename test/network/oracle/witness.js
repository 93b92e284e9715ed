"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.ODD_SPANS = exports.STRANGERS = exports.UNLABELLED = void 0;
exports.someLabels = someLabels;
exports.podsOf = podsOf;
exports.lookAlikes = lookAlikes;
exports.mayGrant = mayGrant;
exports.mayIsolate = mayIsolate;
exports.isolatesAll = isolatesAll;
exports.namespaceOf = namespaceOf;
const address_1 = require("./address");
const connections_1 = require("./connections");
const selector_1 = require("./selector");
const NOWHERE = { labels: { [selector_1.NAMESPACE_NAME]: 'nowhere' }, whole: true };
exports.UNLABELLED = { labels: {}, whole: true };
/** A pod and addresses that nobody knows. */
exports.STRANGERS = [
    { namespace: NOWHERE, labels: exports.UNLABELLED },
    ...['198.18.7.7/32', '2001:db8:7::7/128'].map(cidr => ({ block: address_1.Block.read(cidr) })),
];
/** Ports that few have reason to open. */
exports.ODD_SPANS = connections_1.PROTOCOLS.flatMap(protocol => [1, 65535].map(port => ({ protocol, first: port, last: port })));
function someLabels(selector) {
    return { labels: (0, selector_1.leastLabels)(selector), whole: false };
}
/** Pods that a peer selects; in a namespace of which only these labels are known, unless the selector names it. */
function podsOf(peer, ownNamespace) {
    const namespace = peer.namespaceSelector
        ? { [selector_1.NAMESPACE_NAME]: 'somewhere', ...(0, selector_1.leastLabels)(peer.namespaceSelector) }
        : { [selector_1.NAMESPACE_NAME]: ownNamespace };
    return { namespace: { labels: namespace, whole: false }, labels: someLabels(peer.podSelector) };
}
/** Pods with the labels that a peer asks for, where nobody expects them. */
function lookAlikes(peer) {
    return { namespace: NOWHERE, labels: peer.podSelector ? someLabels(peer.podSelector) : exports.UNLABELLED };
}
/** Whether some policy may let the subject have such a connection. */
function mayGrant(policies, { subject, other, span }) {
    const [rules, peers] = subject.type === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
    return policies.filter(policy => mayHold(policy, subject)).some(policy => (policy.spec[rules] ?? []).some((rule) => anyOf(rule[peers], peer => mayBe(peer, other, subject.namespace)) && anyOf(rule.ports, port => mayMeet(port, span))));
}
/** Whether some policy may isolate the subject, so that only what is granted is allowed. */
function mayIsolate(policies, subject) {
    return policies.some(policy => mayHold(policy, subject) && (policy.spec.policyTypes ?? [subject.type]).includes(subject.type));
}
/** Whether some policy isolates every pod of the namespace. */
function isolatesAll(policies, { namespace, type }) {
    return policies.some(({ metadata, spec }) => namespaceOf(metadata) === namespace
        && spec.policyTypes?.includes(type) && (spec.podSelector?.matchExpressions ?? []).length === 0 && !(0, selector_1.asksForLabels)(spec.podSelector));
}
function namespaceOf(metadata) {
    return metadata.namespace ?? 'default';
}
function mayHold({ metadata, spec }, { namespace, labels }) {
    return namespaceOf(metadata) === namespace && mayMatch(spec.podSelector ?? {}, labels);
}
/** Nobody named means anybody. */
function anyOf(list, test) {
    return !list || list.length === 0 || list.some(test);
}
function mayBe({ ipBlock, namespaceSelector, podSelector }, other, ownNamespace) {
    if ('block' in other || ipBlock) {
        return 'block' in other && ipBlock !== undefined && address_1.Block.read(ipBlock.cidr).overlaps(other.block)
            && !(ipBlock.except ?? []).some((part) => address_1.Block.read(part).contains(other.block));
    }
    const inNamespace = namespaceSelector ?? { matchLabels: { [selector_1.NAMESPACE_NAME]: ownNamespace } };
    return mayMatch(inNamespace, other.namespace) && mayMatch(podSelector ?? {}, other.labels);
}
/** Doubts about `NotIn` and `DoesNotExist` are not worth a thought here. */
function mayMatch({ matchLabels = {}, matchExpressions = [] }, { labels, whole }) {
    const mayCarry = (key, values) => key in labels ? values?.includes(labels[key]) ?? true : !whole;
    return Object.entries(matchLabels).every(([key, value]) => mayCarry(key, [value]))
        && matchExpressions.every(({ key, operator, values }) => operator === 'In' ? mayCarry(key, values) : operator === 'Exists' ? mayCarry(key) : true);
}
/** A named port may be any. */
function mayMeet({ protocol = 'TCP', port, endPort }, span) {
    return protocol === span.protocol && (typeof port !== 'number' || (port <= span.last && (endPort ?? port) >= span.first));
}
