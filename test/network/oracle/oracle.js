"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.allowedEgress = allowedEgress;
exports.allowedIngress = allowedIngress;
exports.sideOf = sideOf;
const address_1 = require("./address");
const connections_1 = require("./connections");
const selector_1 = require("./selector");
/**
 * What the policies on the source let out to the destination, whatever the destination's own policies say.
 *
 * A workload with itself means two of its replicas: a pod can always reach itself. A pod on the host network is seen as Kubernetes
 * calls most common: no policy holds it, and no selector finds it. To ask for its address, ask for the address.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
function allowedEgress(cluster, from, to) {
    return sideOf(cluster, 'egress', from)(to);
}
/** What the policies on the destination let in from the source, whatever the source's own policies say. */
function allowedIngress(cluster, to, from) {
    return sideOf(cluster, 'ingress', to)(from);
}
/** One side of one party, to be asked for many others. */
function sideOf(cluster, direction, subject) {
    if (typeof subject === 'string' || subject.hostNetwork) {
        return () => connections_1.Connections.ALL;
    }
    const holding = cluster.policies.filter(policy => policy[direction] !== undefined
        && policy.namespace === subject.namespace
        && (0, selector_1.matches)(policy.podSelector, subject.labels));
    if (holding.length === 0) {
        return () => connections_1.Connections.ALL;
    }
    const rules = holding.flatMap(policy => policy[direction] ?? []);
    return other => connections_1.Connections.union(rules
        .filter(rule => isFor(rule, other, subject.namespace, cluster))
        .map(rule => portsOf(rule, direction === 'egress' ? other : subject)));
}
function isFor(rule, other, namespace, cluster) {
    return rule.peers === undefined || rule.peers.some(peer => isPeer(peer, other, namespace, cluster));
}
/** Addresses never stand for pods, nor pods for addresses. */
function isPeer(peer, other, namespace, cluster) {
    if (peer.kind === 'addresses') {
        return typeof other === 'string' && (0, address_1.hasAddress)(peer.blocks, (0, address_1.readAddress)(other));
    }
    if (typeof other === 'string' || other.hostNetwork) {
        return false;
    }
    const inNamespace = peer.namespaceSelector
        ? (0, selector_1.matches)(peer.namespaceSelector, cluster.namespaceLabels(other.namespace))
        : other.namespace === namespace;
    return inNamespace && (0, selector_1.matches)(peer.podSelector ?? {}, other.labels);
}
function portsOf(rule, destination) {
    return rule.ports === undefined ? connections_1.Connections.ALL : connections_1.Connections.union(rule.ports.map(port => onePort(port, destination)));
}
/** Names are those of the destination's containers; an address has none. */
function onePort({ protocol, port, endPort }, destination) {
    if (port === undefined) {
        return connections_1.Connections.of(protocol, 1, 65535);
    }
    if (typeof port === 'number') {
        return connections_1.Connections.of(protocol, port, endPort ?? port);
    }
    if (typeof destination === 'string' || destination.hostNetwork) {
        return connections_1.Connections.NONE;
    }
    return connections_1.Connections.union(destination.ports
        .filter(known => known.name === port && known.protocol === protocol)
        .map(known => connections_1.Connections.of(protocol, known.number)));
}
