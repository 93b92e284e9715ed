"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const default_deny_policy_1 = require("../../src/network/default-deny-policy");
const chartIn = (namespace) => (0, shop_1.stockChart)({}, namespace);
test('closes the namespace of its chart for every pod, both ways, without an exception', () => {
    const chart = chartIn('shop');
    const deny = new default_deny_policy_1.DefaultDenyPolicy(chart, 'deny');
    expect(chart.toJson()).toEqual([{
            apiVersion: 'networking.k8s.io/v1',
            kind: 'NetworkPolicy',
            metadata: { name: 'default-deny', namespace: 'shop', labels: { 'app.kubernetes.io/managed-by': 'cdk8s' } },
            spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
        }]);
    expect([deny.name, deny.namespace]).toEqual(['default-deny', 'shop']);
});
test('closes a namespace that is given, under a name that is given', () => {
    const chart = chartIn('shop');
    new default_deny_policy_1.DefaultDenyPolicy(chart, 'deny', { namespace: 'data', name: 'closed' });
    expect((0, shop_1.manifest)(chart, 'NetworkPolicy', 'closed').metadata.namespace).toBe('data');
});
test('stands before workloads, and in adoption after them and everything else', () => {
    const order = (adoption) => {
        const chart = chartIn('shop');
        new default_deny_policy_1.DefaultDenyPolicy(chart, 'deny', { adoption });
        (0, shop_1.workload)(chart, 'web');
        return chart.toJson().map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    };
    expect(order(false)).toEqual([
        'ServiceAccount/web', 'NetworkPolicy/web', 'NetworkPolicy/default-deny', 'Deployment/web', 'Service/web', 'PodDisruptionBudget/web',
    ]);
    expect(order(true)).toEqual([
        'ServiceAccount/web', 'NetworkPolicy/web', 'Deployment/web', 'Service/web', 'PodDisruptionBudget/web', 'NetworkPolicy/default-deny',
    ]);
});
test.each(['default', 'kube-system', 'kube-public'])('never closes the namespace %s of the cluster itself', namespace => {
    const message = `namespace belongs to the cluster itself: got "${namespace}", expected a namespace of the application's own; `
        + 'make a SecureNamespace, or give the chart another namespace';
    expect(() => new default_deny_policy_1.DefaultDenyPolicy(chartIn(namespace), 'deny')).toThrow(new Error(message));
    expect(() => new default_deny_policy_1.DefaultDenyPolicy(chartIn('shop'), 'deny', { namespace })).toThrow(new Error(message));
});
test('without a namespace it is refused', () => {
    expect(() => new default_deny_policy_1.DefaultDenyPolicy(chartIn(), 'deny')).toThrow(new Error('DefaultDenyPolicy "deny" stands in no namespace: expected a SecureNamespace above it, or a chart with a namespace; '
        + 'pass a SecureNamespace, or SecureNamespace.imported(…), as its scope'));
});
test('a second one of the same name in the same namespace is refused', () => {
    const chart = chartIn('shop');
    new default_deny_policy_1.DefaultDenyPolicy(chart, 'one');
    expect(() => new default_deny_policy_1.DefaultDenyPolicy(chart, 'two')).toThrow(new Error('NetworkPolicy "default-deny" exists already in namespace "shop": got "shop/two", expected another name than that of shop/one; '
        + 'give one of the two another id or name'));
});
test('a name that is none is refused', () => {
    expect(() => new default_deny_policy_1.DefaultDenyPolicy(chartIn('shop'), 'deny', { name: 'Deny' })).toThrow('name of the policy: got "Deny", expected a DNS subdomain');
});
