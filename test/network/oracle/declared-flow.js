"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.DeclaredSides = exports.ANYWHERE = void 0;
const address_1 = require("./address");
const connections_1 = require("./connections");
const selector_1 = require("./selector");
exports.ANYWHERE = 'anywhere';
/** What flows open on each side of each workload. */
class DeclaredSides {
    cluster;
    openings = new Map();
    constructor(cluster, flows) {
        this.cluster = cluster;
        for (const { from, to, port, endPort, protocol } of flows) {
            const connections = connections_1.Connections.of(protocol, port, endPort ?? port);
            const [source, destination] = [this.resolve(from), this.resolve(to)];
            const held = [this.open('egress', source, destination, connections), this.open('ingress', destination, source, connections)];
            if (!held.includes(true)) {
                throw new Error(`flow from ${showEnd(from)} to ${showEnd(to)}: expected a workload at one end or both`);
            }
        }
    }
    /** What one side of a workload shall leave open to another. */
    of(direction, subject, other) {
        const address = typeof other === 'string' ? (0, address_1.readAddress)(other) : undefined;
        return connections_1.Connections.union((this.openings.get(key(direction, subject)) ?? [])
            .filter(opening => isEnd(opening.other, other, address))
            .map(opening => opening.connections));
    }
    open(direction, subject, other, connections) {
        if (subject === 'anyone' || !('pod' in subject)) {
            return false;
        }
        const id = key(direction, subject.pod);
        this.openings.set(id, [...this.openings.get(id) ?? [], { other, connections }]);
        return true;
    }
    resolve(end) {
        if (end === exports.ANYWHERE) {
            return 'anyone';
        }
        if (typeof end !== 'string') {
            return 'cidr' in end ? { blocks: (0, address_1.readBlocks)(end.cidr, end.except) } : { pods: end };
        }
        const pod = this.cluster.pod(end);
        if (!pod.managed || pod.hostNetwork) {
            throw new Error(`end of a flow: got ${end}, expected a workload that policies can hold`);
        }
        return { pod };
    }
}
exports.DeclaredSides = DeclaredSides;
function key(direction, { namespace, name }) {
    return `${direction} ${namespace}/${name}`;
}
function isEnd(end, party, address) {
    if (end === 'anyone') {
        return true;
    }
    if ('blocks' in end) {
        return address !== undefined && (0, address_1.hasAddress)(end.blocks, address);
    }
    if (typeof party === 'string' || party.hostNetwork) {
        return false;
    }
    return 'pod' in end ? end.pod === party : end.pods.namespace === party.namespace && (0, selector_1.carries)(party.labels, end.pods.labels);
}
function showEnd(end) {
    return typeof end === 'string' ? end : JSON.stringify(end);
}
