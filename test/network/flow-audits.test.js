"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cdk8s_1 = require("cdk8s");
const shop_1 = require("./shop");
const external_1 = require("../../src/network/external");
const flow_audits_1 = require("../../src/network/flow-audits");
const session_1 = require("../../src/policy/session");
test('an app is judged once, however many workloads ask for it', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'web').connections.allowTo(external_1.External.cidr('169.254.169.254/32'), { port: 80 });
    (0, shop_1.workload)(namespace, 'api');
    (0, flow_audits_1.auditFlows)(chart);
    expect((0, shop_1.findings)(chart)).toHaveLength(1);
});
test('every judgement of flows is passed: of the flows, of hosts, of strangers and of foreign policies', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'web').connections.allowTo(external_1.External.cidr('169.254.169.254/32'), { port: 80 });
    const template = { metadata: { labels: { 'app.kubernetes.io/instance': 'web' } }, spec: { containers: [{ name: 'main', image: 'x:1' }] } };
    (0, shop_1.foreign)(namespace, 'stranger', { apiVersion: 'apps/v1', kind: 'Deployment', spec: { selector: { matchLabels: template.metadata.labels }, template } });
    (0, shop_1.foreign)(namespace, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: {}, ingress: [{}] } });
    (0, shop_1.objectOf)(chart, 'Deployment', 'web').addJsonPatch(cdk8s_1.JsonPatch.add('/spec/template/spec/hostNetwork', true));
    expect((0, shop_1.findings)(chart).map(line => line.split(' ')[1])).toEqual([
        'workload-selectors-apart:', 'metadata-address-closed:', 'flow-end-not-on-host-network:', 'selector-finds-own-pods-only:',
        'policy-opens-declared-flows-only:',
    ]);
});
test('one run of the audit knows nothing of another', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'web');
    (0, shop_1.foreign)(namespace, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: {}, ingress: [{}] } });
    const session = session_1.Session.of(chart);
    session.seal();
    const judge = () => {
        const run = session.audit();
        session.objects().forEach((object) => run.see({ construct: object, json: object.toJson() }));
        return run.conclude().filter(({ rule }) => rule === 'policy-opens-declared-flows-only');
    };
    expect([judge().length, judge().length]).toEqual([1, 1]);
});
