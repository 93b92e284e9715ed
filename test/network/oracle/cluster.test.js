"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cluster_1 = require("./cluster");
const template = (labels, spec = {}) => ({ metadata: { labels }, spec: { containers: [{ name: 'main' }], ...spec } });
const workload = (kind, spec) => ({ kind, metadata: { name: 'w', namespace: 'shop' }, spec });
test.each([
    ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'].map(kind => workload(kind, { template: template({ app: 'w' }) })),
    workload('CronJob', { jobTemplate: { spec: { template: template({ app: 'w' }) } } }),
    { kind: 'Pod', metadata: { name: 'w', namespace: 'shop', labels: { app: 'w' } }, spec: template({}).spec },
])('reads the labels of the pods of a $kind', manifest => {
    expect(cluster_1.Cluster.of([manifest]).pod('shop/w')).toMatchObject({ labels: { app: 'w' }, ports: [], hostNetwork: false, managed: true });
});
test('ports are those of containers and of native sidecars, not of init containers', () => {
    const ports = (name, containerPort, protocol) => [{ name, containerPort, protocol }];
    const cluster = cluster_1.Cluster.of([workload('Deployment', {
            template: template({}, {
                hostNetwork: true,
                containers: [{ name: 'main', ports: ports('http', 8080) }, { name: 'dns', ports: ports('dns', 53, 'UDP') }],
                initContainers: [{ name: 'proxy', restartPolicy: 'Always', ports: ports('proxy', 15001, 'TCP') }, { name: 'init', ports: ports('init', 1) }],
            }),
        })]);
    expect(cluster.pod('shop/w').ports).toEqual([
        { name: 'http', number: 8080, protocol: 'TCP' }, { name: 'dns', number: 53, protocol: 'UDP' }, { name: 'proxy', number: 15001, protocol: 'TCP' },
    ]);
    expect(cluster.pod('shop/w').hostNetwork).toBe(true);
});
test('every namespace has its name as a label, whatever its manifest says', () => {
    const cluster = cluster_1.Cluster.of([
        { kind: 'Namespace', metadata: { name: 'shop', labels: { 'team': 'a', 'kubernetes.io/metadata.name': 'bank' } } },
        { kind: 'Namespace', metadata: { name: 'bare' } },
    ]);
    expect(cluster.namespaceLabels('shop')).toEqual({ 'team': 'a', 'kubernetes.io/metadata.name': 'shop' });
    expect(cluster.namespaceLabels('bare')).toEqual({ 'kubernetes.io/metadata.name': 'bare' });
    expect(cluster.namespaceLabels('never-seen')).toEqual({ 'kubernetes.io/metadata.name': 'never-seen' });
});
test('what names no namespace is in default, and lists are read through', () => {
    const pod = { kind: 'Pod', metadata: { name: 'p' }, spec: {} };
    const policy = { kind: 'NetworkPolicy', metadata: { name: 'n' }, spec: { podSelector: {} } };
    const cluster = cluster_1.Cluster.of([{ kind: 'List', items: [pod, policy] }, { kind: 'ConfigMap', metadata: { name: 'c' } }]);
    expect(cluster.pod('default/p').labels).toEqual({});
    expect(cluster.policies.map(({ namespace }) => namespace)).toEqual(['default']);
});
test('a copy takes decoys that its original does not see', () => {
    const cluster = cluster_1.Cluster.of([]);
    const decoy = cluster.copy().addPod({ namespace: 'shop', labels: { app: 'w' } });
    expect(decoy).toMatchObject({ managed: false, hostNetwork: false, ports: [] });
    expect(cluster.pods).toEqual([]);
});
test('a name that stands for none or for two is refused, and so is a label that is no text', () => {
    const twice = cluster_1.Cluster.of([workload('Deployment', { template: template({}) }), workload('StatefulSet', { template: template({}) })]);
    expect(() => twice.pod('shop/w')).toThrow('pods of shop/w: got 2 workloads of that name, expected one');
    expect(() => twice.pod('shop/v')).toThrow('pods of shop/v: got 0 workloads');
    expect(() => cluster_1.Cluster.of([workload('Deployment', { template: template({ app: 1 }) })])).toThrow('label app: got 1, expected text');
});
