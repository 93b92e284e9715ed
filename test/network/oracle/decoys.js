"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.NOWHERE = void 0;
exports.addDecoys = addDecoys;
const address_1 = require("./address");
const selector_1 = require("./selector");
/** Metadata services first, then one private and one public address of each family. */
const ADDRESSES = ['169.254.169.254', 'fd00:ec2::254', '192.168.77.7', 'fd77:7777::7', '203.0.113.77', '2001:db8:7777::7'];
/** A namespace that has nothing to do with any other. */
exports.NOWHERE = 'decoy-nowhere';
/** Adds every decoy that workloads, flows and policies suggest, and returns the addresses among them. */
function addDecoys(stage, flows) {
    const managed = stage.pods.filter(pod => pod.managed && !pod.hostNetwork);
    const strangers = flows.flatMap(flow => [flow.from, flow.to]).filter((end) => typeof end !== 'string' && 'labels' in end);
    const decoys = [
        { namespace: exports.NOWHERE, labels: {} },
        ...managed.flatMap(pod => [
            { namespace: pod.namespace, labels: {} },
            { namespace: exports.NOWHERE, labels: pod.labels, ports: pod.ports },
            { namespace: twinOf(stage, pod.namespace), labels: pod.labels, ports: pod.ports },
            ...amongOthers(managed, pod),
        ]),
        ...strangers.flatMap(pods => [
            pods,
            { namespace: pods.namespace, labels: {} },
            { namespace: exports.NOWHERE, labels: pods.labels },
            ...Object.keys(pods.labels).map(label => ({ namespace: pods.namespace, labels: without(pods.labels, key => key === label) })),
            ...amongOthers(managed, pods),
        ]),
        ...stage.policies.flatMap(policy => podPeers(policy).flatMap(peer => selectedBy(stage, managed, policy, peer))),
    ];
    new Map(decoys.map(decoy => [JSON.stringify([decoy.namespace, Object.entries(decoy.labels).sort()]), decoy])).forEach(decoy => stage.addPod(decoy));
    return addresses(stage, flows);
}
/** A namespace with the labels of another, and a name of its own. */
function twinOf(stage, namespace) {
    const twin = `decoy-like-${namespace}`;
    stage.addNamespace(twin, stage.namespaceLabels(namespace));
    return twin;
}
/**
 * Look-alikes in the other namespaces of the app, without what a workload there is known by: that would not be a decoy but a pod that
 * its callers rightly take for it.
 */
function amongOthers(managed, { namespace, labels }) {
    const others = new Set(managed.map(pod => pod.namespace).filter(name => name !== namespace));
    return [...others].map(other => {
        const taken = managed.filter(pod => pod.namespace === other);
        return { namespace: other, labels: without(labels, (key, value) => taken.some(pod => pod.labels[key] === value)) };
    });
}
function without(labels, drop) {
    return Object.fromEntries(Object.entries(labels).filter(([key, value]) => !drop(key, value)));
}
function podPeers(policy) {
    return peersOf(policy).filter(peer => peer.kind === 'pods');
}
function peersOf({ ingress = [], egress = [] }) {
    return [...ingress, ...egress].flatMap(rule => rule.peers ?? []);
}
/** The pod that a policy itself has in mind, unless it is one of the app: whoever else is let in is a stranger. */
function selectedBy(stage, managed, policy, { namespaceSelector, podSelector }) {
    const labels = (0, selector_1.leastLabels)(podSelector);
    const inNamespace = namespaceSelector ? (0, selector_1.leastLabels)(namespaceSelector) : { [selector_1.NAMESPACE_NAME]: policy.namespace };
    const isOurs = managed.some(pod => (0, selector_1.carries)(pod.labels, labels) && (0, selector_1.carries)(stage.namespaceLabels(pod.namespace), inNamespace));
    if (isOurs) {
        return [];
    }
    if ((0, selector_1.asksForLabels)(namespaceSelector) && !inNamespace[selector_1.NAMESPACE_NAME]) {
        const namespace = `decoy-with-${Object.entries(inNamespace).flat().join('-')}`;
        stage.addNamespace(namespace, inNamespace);
        return [{ namespace, labels }];
    }
    return [{ namespace: inNamespace[selector_1.NAMESPACE_NAME] ?? exports.NOWHERE, labels }];
}
/** Around the edges of every block that flows or policies name. Between two edges nothing changes, so no address is left unasked. */
function addresses(stage, flows) {
    const declared = flows.flatMap(({ from, to }) => [from, to])
        .flatMap(end => typeof end !== 'string' && 'cidr' in end ? [(0, address_1.readBlocks)(end.cidr, end.except)] : []);
    const named = stage.policies.flatMap(peersOf).flatMap(peer => peer.kind === 'addresses' ? [peer.blocks] : []);
    const edges = [...declared, ...named].flatMap(({ block, except }) => [block, ...except]).flatMap(block => block.edges);
    return [...new Set([...ADDRESSES, ...edges.map(address_1.showAddress)])];
}
