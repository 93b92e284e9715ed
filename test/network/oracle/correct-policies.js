"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.DECOYS = exports.FLOWS = exports.MANIFESTS = void 0;
/*
 * Three workloads in two namespaces, written by hand: the web takes traffic from an ingress controller and from webhooks, keeps carts,
 * and calls the internet; carts are stored in a clustered database, which is scraped, backed up over a range of ports, and reached
 * from an office. Flows and policies below say the same, each in its own words.
 */
const INSTANCE = 'app.kubernetes.io/instance';
const workload = (kind, namespace, name) => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace },
    spec: {
        selector: { matchLabels: { [INSTANCE]: name } },
        template: { metadata: { labels: { [INSTANCE]: name, 'app.kubernetes.io/part-of': 'shop' } }, spec: { containers: [{ name: 'main' }] } },
    },
});
const pods = (namespace, labels) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels: labels },
});
const policy = (namespace, name, spec) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: { podSelector: { matchLabels: { [INSTANCE]: name } }, policyTypes: ['Ingress', 'Egress'], ...spec },
});
const deny = (namespace) => policy(namespace, 'default-deny', { podSelector: {} });
const tcp = (port, endPort) => ({ protocol: 'TCP', port, ...endPort === undefined ? {} : { endPort } });
const DNS = {
    to: [pods('kube-system', { 'k8s-app': 'kube-dns' }), { ipBlock: { cidr: '169.254.20.10/32' } }],
    ports: [{ protocol: 'UDP', port: 53 }, tcp(53)],
};
exports.MANIFESTS = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'shop' } } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'data' } },
    workload('Deployment', 'shop', 'web'),
    workload('Deployment', 'shop', 'cart'),
    workload('StatefulSet', 'data', 'db'),
    policy('shop', 'web', {
        ingress: [
            { from: [pods('ingress', { app: 'nginx', tier: 'edge' })], ports: [tcp(8080)] },
            { ports: [tcp(9443)] },
        ],
        egress: [
            { to: [pods('shop', { [INSTANCE]: 'cart' })], ports: [tcp(7070), { protocol: 'SCTP', port: 7071 }] },
            {
                to: [
                    { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '169.254.0.0/16', '192.168.0.0/16'] } },
                    { ipBlock: { cidr: '2000::/3', except: ['2001:db8::/32'] } },
                ],
                ports: [tcp(443)],
            },
            DNS,
        ],
    }),
    policy('shop', 'cart', {
        ingress: [{ from: [pods('shop', { [INSTANCE]: 'web' })], ports: [tcp(7070), { protocol: 'SCTP', port: 7071 }] }],
        egress: [{ to: [pods('data', { [INSTANCE]: 'db' })], ports: [tcp(5432)] }, DNS],
    }),
    policy('data', 'db', {
        ingress: [
            { from: [pods('data', { [INSTANCE]: 'db' }), pods('shop', { [INSTANCE]: 'cart' })], ports: [tcp(5432)] },
            { from: [pods('monitoring', { app: 'prometheus' })], ports: [tcp(9187)] },
            { from: [{ ipBlock: { cidr: '203.0.113.64/26', except: ['203.0.113.80/28'] } }], ports: [tcp(5432), tcp(8008)] },
        ],
        egress: [
            { to: [pods('data', { [INSTANCE]: 'db' })], ports: [tcp(5432)] },
            { to: [{ ipBlock: { cidr: '198.51.100.8/32' } }, { ipBlock: { cidr: 'fd12:3456::/48' } }], ports: [tcp(10000, 10100)] },
        ],
    }),
    deny('shop'),
    deny('data'),
];
const dns = (from) => ['UDP', 'TCP'].flatMap(protocol => [
    { from, to: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }, port: 53, protocol },
    { from, to: { cidr: '169.254.20.10/32' }, port: 53, protocol },
]);
exports.FLOWS = [
    { from: { namespace: 'ingress', labels: { app: 'nginx', tier: 'edge' } }, to: 'shop/web', port: 8080, protocol: 'TCP' },
    { from: 'anywhere', to: 'shop/web', port: 9443, protocol: 'TCP' },
    { from: 'shop/web', to: 'shop/cart', port: 7070, protocol: 'TCP' },
    { from: 'shop/web', to: 'shop/cart', port: 7071, protocol: 'SCTP' },
    { from: 'shop/web', to: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '169.254.0.0/16', '192.168.0.0/16'] }, port: 443, protocol: 'TCP' },
    { from: 'shop/web', to: { cidr: '2000::/3', except: ['2001:db8::/32'] }, port: 443, protocol: 'TCP' },
    { from: 'shop/cart', to: 'data/db', port: 5432, protocol: 'TCP' },
    { from: 'data/db', to: 'data/db', port: 5432, protocol: 'TCP' },
    { from: { namespace: 'monitoring', labels: { app: 'prometheus' } }, to: 'data/db', port: 9187, protocol: 'TCP' },
    { from: { cidr: '203.0.113.64/26', except: ['203.0.113.80/28'] }, to: 'data/db', port: 5432, protocol: 'TCP' },
    { from: { cidr: '203.0.113.64/26', except: ['203.0.113.80/28'] }, to: 'data/db', port: 8008, protocol: 'TCP' },
    { from: 'data/db', to: { cidr: '198.51.100.8/32' }, port: 10000, endPort: 10100, protocol: 'TCP' },
    { from: 'data/db', to: { cidr: 'fd12:3456::/48' }, port: 10000, endPort: 10100, protocol: 'TCP' },
    ...dns('shop/web'),
    ...dns('shop/cart'),
];
/** Whoever else runs in these namespaces stays shut in. */
exports.DECOYS = ['shop', 'data'].map(namespace => ({ namespace, labels: {}, closed: true }));
