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
const fc = __importStar(require("fast-check"));
const cluster_1 = require("./cluster");
const exactness_1 = require("./exactness");
const random_graph_1 = require("./random-graph");
const samples = fc.sample((0, random_graph_1.flowGraphs)(), { numRuns: 500, seed: 1 });
const workload = ({ namespace, name }) => ({
    kind: 'Deployment', metadata: { namespace, name }, spec: { template: { metadata: { labels: { app: name } }, spec: {} } },
});
test('graphs have at most 4 namespaces and 12 workloads, each namespace in use', () => {
    for (const { namespaces, workloads } of samples) {
        expect(new Set(workloads.map(({ namespace }) => namespace))).toEqual(new Set(namespaces));
        expect(new Set(workloads.map(({ namespace, name }) => `${namespace}/${name}`)).size).toBe(workloads.length);
    }
    expect(Math.max(...samples.map(({ namespaces }) => namespaces.length))).toBe(4);
    expect(Math.max(...samples.map(({ workloads }) => workloads.length))).toBe(12);
});
test('a flow to a workload names one of its ports', () => {
    for (const { workloads, flows } of samples) {
        const known = new Set(workloads.flatMap(({ namespace, name, ports }) => ports.map(port => `${namespace}/${name} ${port.number} ${port.protocol}`)));
        flows.filter(flow => typeof flow.to === 'string').forEach(flow => expect(known).toContain(`${flow.to} ${flow.port} ${flow.protocol}`));
    }
});
test('every flow can be understood, and none opens a metadata service', () => {
    for (const { workloads, flows } of samples.slice(0, 100)) {
        const differences = (0, exactness_1.compare)(cluster_1.Cluster.of(workloads.map(workload)), flows);
        const metadata = differences.filter(({ side, to }) => side === 'egress' && ['169.254.169.254', 'fd00:ec2::254'].includes(to));
        expect(metadata).toHaveLength(2 * workloads.length);
        metadata.forEach(({ declared }) => expect(declared.show()).toBe('none'));
    }
});
test.each([
    ['between workloads', ({ from, to }) => typeof from === 'string' && typeof to === 'string' && from !== to && from !== 'anywhere'],
    ['among replicas', ({ from, to }) => from === to],
    ['from anywhere', ({ from }) => from === 'anywhere'],
    ['from IPv4', ({ from }) => typeof from !== 'string' && 'cidr' in from && from.cidr.includes('.')],
    ['to IPv6 with a part left out', ({ to }) => typeof to !== 'string' && 'cidr' in to && to.cidr.includes(':') && (to.except ?? []).length > 0],
    ['to unmanaged pods over a range of ports', ({ to, endPort }) => typeof to !== 'string' && 'labels' in to && endPort !== undefined],
    ['from unmanaged pods', ({ from }) => typeof from !== 'string' && 'labels' in from],
    ['over UDP', ({ protocol }) => protocol === 'UDP'],
    ['over SCTP', ({ protocol }) => protocol === 'SCTP'],
])('there are flows %s', (_, is) => {
    expect(samples.flatMap(({ flows }) => flows).filter(is).length).toBeGreaterThan(20);
});
