"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const pods_1 = require("../../src/network/pods");
test('pods are named by namespace and labels in one peer, and only our side is written', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    (0, shop_1.workload)(namespace, 'web').connections.allowTo(pods_1.Pods.inNamespace('payments', { app: 'gateway' }), { port: 9000 });
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.egress).toEqual([{ to: [(0, shop_1.pods)('payments', { app: 'gateway' })], ports: [(0, shop_1.tcp)(9000)] }, shop_1.DNS]);
    expect(chart.toJson().filter(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.namespace !== 'shop')).toEqual([]);
});
test('monitoring is pods that may come in', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    (0, shop_1.workload)(namespace, 'web').connections.allowFrom(pods_1.Monitoring.pods('monitoring', { 'app.kubernetes.io/name': 'prometheus' }));
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec).toEqual({
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'web' } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [(0, shop_1.pods)('monitoring', { 'app.kubernetes.io/name': 'prometheus' })], ports: [(0, shop_1.tcp)(8080)] }],
    });
});
test('labels in another order are the same pods', () => {
    const { chart, namespace } = (0, shop_1.shop)();
    const web = (0, shop_1.workload)(namespace, 'web');
    web.connections.allowFrom(pods_1.Pods.inNamespace('payments', { app: 'gateway', tier: 'edge' }));
    web.connections.allowFrom(pods_1.Pods.inNamespace('payments', { tier: 'edge', app: 'gateway' }));
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'web').spec.ingress).toEqual([{ from: [(0, shop_1.pods)('payments', { app: 'gateway', tier: 'edge' })], ports: [(0, shop_1.tcp)(8080)] }]);
});
test.each([
    ['pods', () => pods_1.Pods.inNamespace('payments', {})], ['monitoring', () => pods_1.Monitoring.pods('payments', {})],
])('%s without labels are refused: they would be every pod of the namespace', (what, make) => {
    expect(make).toThrow(new Error(`${what} would be every pod of namespace "payments": got {}, expected labels that select the pods meant; name the labels of their pods`));
});
test.each([
    ['a namespace', () => pods_1.Pods.inNamespace('Payments', { app: 'x' }), 'namespace of pods: got "Payments", expected a DNS label'],
    ['the key of a label', () => pods_1.Pods.inNamespace('payments', { 'a b': 'x' }), 'key in labels of pods: got "a b", expected an optional DNS subdomain'],
    ['the value of a label', () => pods_1.Monitoring.pods('payments', { app: 'x y' }), 'value of app in labels of monitoring: got "x y", expected a label value'],
])('%s that is none is refused', (_, make, message) => {
    expect(make).toThrow(message);
});
