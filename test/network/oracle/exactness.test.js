"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cluster_1 = require("./cluster");
const correct_policies_1 = require("./correct-policies");
const exactness_1 = require("./exactness");
const without = (name, namespace) => correct_policies_1.MANIFESTS.filter(each => !(each.kind === 'NetworkPolicy' && each.metadata.name === name && each.metadata.namespace === namespace));
const allowing = (namespace, spec) => [...correct_policies_1.MANIFESTS, { kind: 'NetworkPolicy', metadata: { name: 'more', namespace }, spec }];
const shown = (manifests, flows = correct_policies_1.FLOWS, decoys = correct_policies_1.DECOYS) => (0, exactness_1.compare)(cluster_1.Cluster.of(manifests), flows, decoys).map(exactness_1.showDifference);
test('correct policies differ from their flows in nothing', () => {
    expect(shown(correct_policies_1.MANIFESTS)).toEqual([]);
});
test('a difference says side, pair and connections', () => {
    const db = cluster_1.Cluster.of(correct_policies_1.MANIFESTS);
    const [difference] = (0, exactness_1.compare)(db, correct_policies_1.FLOWS.filter(flow => flow.port !== 7071), correct_policies_1.DECOYS);
    expect(difference).toMatchObject({ side: 'egress', from: 'shop/web', to: 'shop/cart' });
    expect([difference.declared, difference.allowed, difference.extra, difference.missing].map(each => each.show()))
        .toEqual(['TCP 7070', 'TCP 7070; SCTP 7071', 'SCTP 7071', 'none']);
});
test('a flow that nobody opened is missing on both of its sides', () => {
    expect(shown(correct_policies_1.MANIFESTS, [...correct_policies_1.FLOWS, { from: 'data/db', to: 'shop/web', port: 8080, protocol: 'TCP' }])).toEqual([
        'ingress side of data/db -> shop/web: extra none, missing TCP 8080',
        'egress side of data/db -> shop/web: extra none, missing TCP 8080',
    ]);
});
test('one side too wide is seen, although the other holds it shut', () => {
    const wide = { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ podSelector: {} }], ports: [{ port: 6379 }] }] };
    expect(shown(allowing('data', wide))).toContain('egress side of data/db -> data/db: extra TCP 6379, missing none');
});
test.each([
    ['a look-alike in another namespace', { ingress: [{ from: [{ namespaceSelector: {}, podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } } }] }] },
        'ingress side of pod in decoy-nowhere with {"app.kubernetes.io/instance":"web","app.kubernetes.io/part-of":"shop"} -> shop/cart: extra all, missing none'],
    ['a look-alike in a namespace with the same labels', { ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'shop' } }, podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } } }] }] },
        'ingress side of pod in decoy-like-shop with {"app.kubernetes.io/instance":"web","app.kubernetes.io/part-of":"shop"} -> shop/cart: extra all, missing none'],
    ['a look-alike in another namespace of the app', { ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } }, podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } } }] }] },
        'ingress side of pod in data with {"app.kubernetes.io/instance":"web"} -> shop/cart: extra all, missing none'],
    ['an unlabelled pod', { ingress: [{ from: [{ podSelector: { matchExpressions: [{ key: 'app.kubernetes.io/instance', operator: 'DoesNotExist' }] } }] }] },
        'ingress side of pod in shop with {} -> shop/cart: extra all, missing none'],
    ['pods that only the policy knows', { ingress: [{ from: [{ podSelector: { matchLabels: { role: 'debug' } } }] }] },
        'ingress side of pod in shop with {"role":"debug"} -> shop/cart: extra all, missing none'],
    ['pods in namespaces that only the policy knows', { ingress: [{ from: [{ namespaceSelector: { matchLabels: { role: 'ops' } } }] }] },
        'ingress side of pod in decoy-with-role-ops with {} -> shop/cart: extra all, missing none'],
    ['an address that only the policy knows', { ingress: [{ from: [{ ipBlock: { cidr: '100.64.7.9/32' } }] }] },
        'ingress side of 100.64.7.9 -> shop/cart: extra all, missing none'],
    ['the metadata service', { policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '169.254.0.0/16' } }], ports: [{ port: 80 }] }] },
        'egress side of shop/cart -> 169.254.169.254: extra TCP 80, missing none'],
    ['the metadata service over IPv6', { policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: 'fc00::/7' } }], ports: [{ port: 80 }] }] },
        'egress side of shop/cart -> fd00:ec2::254: extra TCP 80, missing none'],
])('%s is noticed', (_, spec, line) => {
    expect(shown(allowing('shop', { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'cart' } }, ...spec }))).toContain(line);
});
test('a selector that takes in only some labels of unmanaged pods is noticed', () => {
    const part = { from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress' } }, podSelector: { matchLabels: { app: 'nginx' } } }], ports: [{ port: 8080 }] };
    expect(shown(allowing('shop', { podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } }, ingress: [part] })))
        .toEqual(['ingress side of pod in ingress with {"app":"nginx"} -> shop/web: extra TCP 8080, missing none']);
});
test('without a default deny, only a decoy that must be closed notices', () => {
    expect(shown(without('default-deny', 'shop'), correct_policies_1.FLOWS, [])).toEqual([]);
    expect(shown(without('default-deny', 'shop'))).toContain('egress side of pod in shop with {} -> 169.254.169.254: extra all, missing none');
});
test('decoys of the caller are asked too, and hidden from the cluster that was given', () => {
    const manifests = allowing('shop', { podSelector: {}, ingress: [{ from: [{ podSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b', 'c'] }] } }] }] });
    const cluster = cluster_1.Cluster.of(manifests);
    const lines = (0, exactness_1.compare)(cluster, correct_policies_1.FLOWS, [{ namespace: 'shop', labels: { a: 'c' } }, '192.0.2.1']).map(exactness_1.showDifference);
    expect(lines).toContain('ingress side of pod in shop with {"a":"c"} -> shop/cart: extra all, missing none');
    expect(cluster.pods).toHaveLength(3);
});
test('host-network pods are ends of no flow, and look-alikes of none', () => {
    const host = { kind: 'Pod', metadata: { name: 'agent', namespace: 'shop', labels: { 'app.kubernetes.io/instance': 'cart' } }, spec: { hostNetwork: true } };
    expect(shown([...correct_policies_1.MANIFESTS, host])).toEqual([]);
    expect(() => shown([...correct_policies_1.MANIFESTS, host], [{ from: 'shop/agent', to: 'shop/web', port: 80, protocol: 'TCP' }])).toThrow('expected a workload that policies can hold');
});
test('a flow without a workload of the app is refused', () => {
    expect(() => shown(correct_policies_1.MANIFESTS, [{ from: 'anywhere', to: { cidr: '10.0.0.0/8' }, port: 80, protocol: 'TCP' }]))
        .toThrow('flow from anywhere to {"cidr":"10.0.0.0/8"}: expected a workload at one end or both');
    expect(() => shown(correct_policies_1.MANIFESTS, [{ from: 'shop/wbe', to: 'shop/web', port: 80, protocol: 'TCP' }])).toThrow('pods of shop/wbe: got 0 workloads');
});
