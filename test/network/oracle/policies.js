"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.DIRECTIONS = void 0;
exports.readPolicy = readPolicy;
const address_1 = require("./address");
const connections_1 = require("./connections");
exports.DIRECTIONS = ['egress', 'ingress'];
/** Reads a manifest, and refuses what an API server would refuse or drop: a policy that means nothing must not pass for a strict one. */
function readPolicy(manifest) {
    const { namespace = 'default', name } = manifest.metadata;
    const at = `NetworkPolicy ${namespace}/${name}`;
    const spec = manifest.spec ?? {};
    only(at, spec, ['podSelector', 'policyTypes', 'ingress', 'egress']);
    const types = typesOf(at, spec);
    const rules = (type, list, peers) => types.includes(type) ? listOf(list).map(rule => readRule(at, rule ?? {}, peers)) : undefined;
    return {
        namespace,
        name,
        podSelector: readSelector(at, spec.podSelector) ?? {},
        ingress: rules('Ingress', spec.ingress, 'from'),
        egress: rules('Egress', spec.egress, 'to'),
    };
}
/** Unless said, a policy is on ingress, and on egress only if it has a rule for it. */
function typesOf(at, spec) {
    const types = listOf(spec.policyTypes);
    types.forEach(type => demand(['Ingress', 'Egress'].includes(type), `policyTypes of ${at}`, type));
    if (types.length > 0) {
        return types;
    }
    return listOf(spec.egress).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}
function readRule(at, rule, peersField) {
    only(`rule of ${at}`, rule, [peersField, 'ports']);
    const peers = listOf(rule[peersField]).map(peer => readPeer(`peer of ${at}`, peer));
    const ports = listOf(rule.ports).map(port => readPort(`port of ${at}`, port));
    return { ...(peers.length > 0 ? { peers } : {}), ...(ports.length > 0 ? { ports } : {}) };
}
function readPeer(at, peer) {
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
    const blocks = (0, address_1.readBlocks)(peer.ipBlock.cidr, listOf(peer.ipBlock.except));
    blocks.except.forEach((part) => demand(blocks.block.contains(part) && part.prefix > blocks.block.prefix, at, peer));
    return { kind: 'addresses', blocks };
}
function readPort(at, port) {
    only(at, port, ['port', 'endPort', 'protocol']);
    const protocol = port.protocol ?? 'TCP';
    demand(connections_1.PROTOCOLS.includes(protocol), at, port);
    const isPort = (number) => Number.isInteger(number) && number >= 1 && number <= 65535;
    demand(port.port == null || isPort(port.port) || (typeof port.port === 'string' && /[a-z]/.test(port.port)), at, port);
    demand(port.endPort == null || (isPort(port.port) && isPort(port.endPort) && port.endPort >= port.port), at, port);
    return { protocol, port: port.port ?? undefined, endPort: port.endPort ?? undefined };
}
function readSelector(at, selector) {
    if (selector == null) {
        return undefined;
    }
    only(`selector of ${at}`, selector, ['matchLabels', 'matchExpressions']);
    Object.values(selector.matchLabels ?? {}).forEach(value => demand(typeof value === 'string', `selector of ${at}`, selector));
    for (const { operator, values } of listOf(selector.matchExpressions)) {
        demand(['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator), `operator of ${at}`, operator);
        demand((listOf(values).length > 0) === ['In', 'NotIn'].includes(operator), `values of ${at}`, values);
    }
    return selector;
}
function listOf(value) {
    return value ?? [];
}
function only(at, object, fields) {
    Object.keys(object).forEach(field => demand(fields.includes(field), `field of ${at}`, field));
}
function demand(holds, what, got) {
    if (!holds) {
        throw new Error(`${what}: got ${JSON.stringify(got)}, which an API server would not take`);
    }
}
