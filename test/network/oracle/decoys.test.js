"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cluster_1 = require("./cluster");
const decoys_1 = require("./decoys");
const exactness_1 = require("./exactness");
const workload = (namespace, name, labels, spec = {}) => ({ kind: 'Deployment', metadata: { namespace, name }, spec: { template: { metadata: { labels }, spec } } });
const MANIFESTS = [
    { kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'a' } } },
    workload('shop', 'web', { app: 'web', part: 'all' }),
    workload('data', 'db', { app: 'db', part: 'all' }, { containers: [{ ports: [{ name: 'sql', containerPort: 5432 }] }] }),
    workload('data', 'agent', { app: 'agent' }, { hostNetwork: true }),
];
const FLOWS = [
    { from: { namespace: 'ingress', labels: { app: 'nginx', tier: 'edge' } }, to: 'shop/web', port: 80, protocol: 'TCP' },
    { from: 'shop/web', to: { cidr: '198.51.100.0/24', except: ['198.51.100.16/28'] }, port: 80, protocol: 'TCP' },
];
const policy = (peer) => ({ kind: 'NetworkPolicy', metadata: { namespace: 'shop', name: 'p' }, spec: { ingress: [{ from: [peer] }] } });
function decoys(manifests, flows = []) {
    const stage = cluster_1.Cluster.of(manifests);
    const addresses = (0, decoys_1.addDecoys)(stage, flows);
    const pods = stage.pods.filter(pod => !pod.managed).map(({ namespace, labels }) => `${namespace} ${Object.entries(labels).flat().join(' ')}`.trim());
    return { stage, pods: pods.sort(), addresses };
}
test('workloads have look-alikes in another namespace, in one with the same labels and in the others of the app, and unlabelled neighbours', () => {
    const { stage, pods } = decoys(MANIFESTS);
    expect(pods).toEqual([
        'data', 'data app web', 'decoy-like-data app db part all', 'decoy-like-shop app web part all', 'decoy-nowhere', 'decoy-nowhere app db part all',
        'decoy-nowhere app web part all', 'shop', 'shop app db',
    ]);
    expect(stage.namespaceLabels('decoy-like-shop')).toEqual({ 'team': 'a', 'kubernetes.io/metadata.name': 'decoy-like-shop' });
    expect(stage.pods.find(pod => pod.namespace === 'decoy-like-data')?.ports).toEqual([{ name: 'sql', number: 5432, protocol: 'TCP' }]);
});
test('unmanaged pods of flows stand there, with each label missing once, and elsewhere', () => {
    const alone = new Set(decoys(MANIFESTS).pods);
    expect(decoys(MANIFESTS, FLOWS).pods.filter(pod => !alone.has(pod))).toEqual([
        'data app nginx tier edge', 'decoy-nowhere app nginx tier edge', 'ingress', 'ingress app nginx', 'ingress app nginx tier edge', 'ingress tier edge',
        'shop app nginx tier edge',
    ]);
});
test.each([
    ['own pods are no decoys', { podSelector: { matchLabels: { app: 'web' } } }, []],
    ['own pods on the host network are, since no selector finds them',
        { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } }, podSelector: { matchLabels: { app: 'agent' } } }, ['data app agent']],
    ['own labels in a namespace of others', { namespaceSelector: { matchLabels: { team: 'b' } }, podSelector: { matchLabels: { app: 'web' } } }, ['decoy-with-team-b app web']],
    ['any namespace', { namespaceSelector: {}, podSelector: { matchLabels: { app: 'mail' } } }, ['decoy-nowhere app mail']],
    ['the own namespace', { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['mail', 'post'] }, { key: 'x', operator: 'Exists' }] } }, ['shop app mail x any']],
])('pods that a policy has in mind: %s', (_, peer, expected) => {
    const alone = new Set(decoys(MANIFESTS).pods);
    expect(decoys([...MANIFESTS, policy(peer)]).pods.filter(pod => !alone.has(pod))).toEqual(expected);
});
test('addresses are those of metadata services, one private and one public, and both sides of every edge', () => {
    const { addresses } = decoys([...MANIFESTS, policy({ ipBlock: { cidr: '2001:db8::/127' } })], FLOWS);
    expect(addresses).toEqual([
        '169.254.169.254', 'fd00:ec2::254', '192.168.77.7', 'fd77:7777::7', '203.0.113.77', '2001:db8:7777::7',
        '198.51.99.255', '198.51.100.0', '198.51.100.255', '198.51.101.0',
        '198.51.100.15', '198.51.100.16', '198.51.100.31', '198.51.100.32',
        '2001:db7:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db8::', '2001:db8::1', '2001:db8::2',
    ]);
});
test('addresses of the caller are asked as well', () => {
    const lines = (0, exactness_1.compare)(cluster_1.Cluster.of(MANIFESTS.slice(1, 2)), [], ['100.64.1.2']).map(exactness_1.showDifference);
    expect(lines).toContain('egress side of shop/web -> 100.64.1.2: extra all, missing none');
});
test('pods on the host network are not the unmanaged pods of a flow', () => {
    const nginx = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress' } }, podSelector: { matchLabels: { app: 'nginx', tier: 'edge' } } };
    const spec = { policyTypes: ['Ingress', 'Egress'], ingress: [{ from: [nginx], ports: [{ port: 80 }] }] };
    const cluster = cluster_1.Cluster.of([...MANIFESTS.slice(0, 2), { kind: 'NetworkPolicy', metadata: { namespace: 'shop', name: 'p' }, spec }]);
    cluster.addPod({ namespace: 'ingress', labels: { app: 'nginx', tier: 'edge' }, hostNetwork: true });
    expect((0, exactness_1.compare)(cluster, FLOWS.slice(0, 1))).toEqual([]);
});
