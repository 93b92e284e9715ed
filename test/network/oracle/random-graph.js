"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.flowGraphs = flowGraphs;
const fc = __importStar(require("fast-check"));
const address_1 = require("./address");
const connections_1 = require("./connections");
const declared_flow_1 = require("./declared-flow");
/** The same names in several namespaces, as they are in life. */
const NAMESPACES = ['data', 'edge', 'ops', 'shop'];
const NAMES = ['api', 'cart', 'db', 'queue', 'web'];
/** From 1024 on: a process without root cannot listen below. */
const OWN_NUMBERS = [1024, 5432, 8080, 8081, 50051, 65534, 65535];
const OUTER_NUMBERS = [1, 53, 80, 443, 6443, 8080, 65534, 65535];
const UNMANAGED = [
    { namespace: 'ingress', labels: { app: 'nginx' } },
    { namespace: 'monitoring', labels: { app: 'prometheus', shard: '0' } },
    { namespace: 'monitoring', labels: { app: 'prometheus' } },
];
/** Credentials for whoever asks: never inside a range. */
const METADATA = ['169.254.169.254/32', 'fd00:ec2::254/128'].map(cidr => address_1.Block.read(cidr));
const ports = (numbers) => fc.record({ number: fc.constantFrom(...numbers), protocol: fc.constantFrom(...connections_1.PROTOCOLS) });
const workloads = fc.uniqueArray(fc.record({
    namespace: fc.constantFrom(...NAMESPACES),
    name: fc.constantFrom(...NAMES),
    ports: fc.uniqueArray(ports(OWN_NUMBERS), { maxLength: 4, size: 'max', selector: port => `${port.number}/${port.protocol}` }),
}), { minLength: 1, maxLength: 12, size: 'max', selector: workload => `${workload.namespace}/${workload.name}` });
/** Blocks of any size at the places where policies are often wrong: next to one another, at both ends, around private ranges. */
const ranges = fc.record({
    near: fc.constantFrom('0.0.0.0', '10.0.0.0', '10.1.0.0', '169.254.169.255', '203.0.113.64', '203.0.113.128', '255.255.255.255', '2001:db8::', '2001:db8:0:1::', 'fd00:ec2::1:0', 'ffff:ffff::ffff'),
    prefix: fc.nat(128),
    inside: fc.array(fc.tuple(fc.constantFrom('first', 'last'), fc.integer({ min: 1, max: 24 })), { maxLength: 3 }),
}).map(({ near, prefix, inside }) => {
    const { family, number } = (0, address_1.readAddress)(near);
    const block = address_1.Block.around(family, number, prefix % ((family === 4 ? 32 : 128) + 1));
    const parts = inside.map(([where, more]) => {
        const longer = Math.min(block.prefix + more, family === 4 ? 32 : 128);
        return address_1.Block.around(family, where === 'first' ? block.first : block.last, longer);
    });
    const closed = [...parts, ...METADATA.filter(address => block.contains(address))].filter(part => part.prefix > block.prefix);
    return { cidr: block.cidr, except: [...new Set(closed.map(part => part.cidr))] };
}).filter(({ cidr, except }) => !METADATA.some(address => address.cidr === cidr) && except.every(part => part !== cidr));
/** What a flow could be; numbers are taken modulo what there is. */
const drafts = fc.record({
    kind: fc.constantFrom('workloads', 'workloads', 'replicas', 'out', 'in'),
    one: fc.nat(11),
    other: fc.nat(11),
    port: fc.nat(3),
    outside: fc.oneof(ranges, fc.constantFrom(...UNMANAGED), fc.constant(declared_flow_1.ANYWHERE)),
    outerPort: ports(OUTER_NUMBERS),
    length: fc.option(fc.nat(200)),
});
/** Apps of up to 4 namespaces and 12 workloads, with flows of every kind; shrinks to small ones. */
function flowGraphs() {
    return fc.tuple(workloads, fc.array(drafts, { maxLength: 24, size: 'max' })).map(([list, wanted]) => ({
        namespaces: [...new Set(list.map(workload => workload.namespace))],
        workloads: list,
        flows: wanted.flatMap(draft => flowOf(draft, list)),
    }));
}
/** None, where the destination has no port. */
function flowOf({ kind, one, other, port, outside, outerPort, length }, list) {
    const [mine, theirs] = [list[one % list.length], list[other % list.length]];
    const into = (from, workload) => workload.ports.length === 0 ? [] : [
        { from, to: idOf(workload), ...portOf(workload.ports[port % workload.ports.length]) },
    ];
    switch (kind) {
        case 'workloads': return into(idOf(mine), theirs);
        case 'replicas': return into(idOf(mine), mine);
        case 'in': return into(outside, mine);
        case 'out': return outside === declared_flow_1.ANYWHERE ? [] : [{
                from: idOf(mine), to: outside, ...portOf(outerPort), ...length === null ? {} : { endPort: Math.min(outerPort.number + length, 65535) },
            }];
    }
}
function portOf({ number, protocol }) {
    return { port: number, protocol };
}
function idOf({ namespace, name }) {
    return `${namespace}/${name}`;
}
