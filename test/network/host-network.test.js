"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cdk8s_1 = require("cdk8s");
const shop_1 = require("./shop");
const pod_security_level_1 = require("../../src/kube/pod-security-level");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const pods_1 = require("../../src/network/pods");
const finding = (path, what) => `[${path}] flow-end-not-on-host-network: ${what} is an end of a flow and runs on the host network, `
    + 'where no selector finds it and no policy holds it: got {"hostNetwork":true}, expected pods with addresses of their own; '
    + 'take it off the host network, or name the nodes with Nodes.cidrs(…)';
const daemonSet = (labels, hostNetwork) => ({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { hostNetwork, containers: [{ name: 'agent', image: 'agent:1' }] } } },
});
test('a patch that moves our pods to the host network is refused', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'web');
    (0, shop_1.objectOf)(chart, 'Deployment', 'web').addJsonPatch(cdk8s_1.JsonPatch.add('/spec/template/spec/hostNetwork', true));
    expect((0, shop_1.findings)(chart)).toEqual([finding('shop/shop/web', 'Deployment "web"')]);
});
test('pods of others on the host network are no end of a flow', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    const web = (0, shop_1.workload)(namespace, 'web');
    web.connections.allowTo(pods_1.Pods.inNamespace('agents', { app: 'agent' }), { port: 9100 });
    web.connections.allowFrom(pods_1.Pods.inNamespace('agents', { app: 'scraper' }));
    secure_namespace_1.SecureNamespace.imported(chart, 'agents', { level: pod_security_level_1.PodSecurityLevel.PRIVILEGED });
    (0, shop_1.foreign)(chart, 'called', { ...daemonSet({ app: 'agent', extra: 'label' }, true), metadata: { namespace: 'agents' } });
    (0, shop_1.foreign)(chart, 'caller', { ...daemonSet({ app: 'scraper' }, true), metadata: { namespace: 'agents' } });
    expect((0, shop_1.findings)(chart)).toEqual([finding('shop/called', 'DaemonSet "called"'), finding('shop/caller', 'DaemonSet "caller"')]);
});
test.each([
    ['pods with addresses of their own', { app: 'agent' }, false, 'agents'],
    ['pods that say nothing', { app: 'agent' }, undefined, 'agents'],
    ['pods with other labels', { app: 'other' }, true, 'agents'],
    ['pods in another namespace', { app: 'agent' }, true, 'elsewhere'],
])('%s are left alone', (_, labels, hostNetwork, namespaceName) => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'web').connections.allowTo(pods_1.Pods.inNamespace('agents', { app: 'agent' }), { port: 9100 });
    secure_namespace_1.SecureNamespace.imported(chart, namespaceName, { level: pod_security_level_1.PodSecurityLevel.PRIVILEGED });
    (0, shop_1.foreign)(chart, 'agent', { ...daemonSet(labels, hostNetwork), metadata: { namespace: namespaceName } });
    expect((0, shop_1.findings)(chart)).toEqual([]);
});
