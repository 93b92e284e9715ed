"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const constructs_1 = require("constructs");
const shop_1 = require("./shop");
const pod_security_level_1 = require("../../src/kube/pod-security-level");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const namespace_scope_1 = require("../../src/network/namespace-scope");
const chartIn = (namespace) => (0, shop_1.stockChart)({}, namespace);
test('a workload stands in the nearest namespace above it, else in that of its chart', () => {
    const chart = chartIn('chart-ns');
    const outer = new secure_namespace_1.SecureNamespace(chart, 'outer');
    const imported = secure_namespace_1.SecureNamespace.imported(outer, 'inner', { level: pod_security_level_1.PodSecurityLevel.RESTRICTED });
    expect((0, shop_1.workload)(chart, 'a').namespace).toBe('chart-ns');
    expect((0, shop_1.workload)(new constructs_1.Construct(outer, 'group'), 'b').namespace).toBe('outer');
    expect((0, shop_1.workload)(new constructs_1.Construct(imported, 'group'), 'c').namespace).toBe('inner');
    expect((0, namespace_scope_1.enclosingNamespace)(chart)).toBeUndefined();
    expect((0, namespace_scope_1.enclosingNamespace)(outer)).toBe('outer');
});
test('a workload in no namespace is refused', () => {
    expect(() => (0, shop_1.workload)(chartIn(), 'web')).toThrow(new Error('Deployment "web" stands in no namespace: expected a SecureNamespace above it, or a chart with a namespace; '
        + 'pass a SecureNamespace, or SecureNamespace.imported(…), as its scope'));
});
test.each(['default', 'kube-system', 'kube-node-lease', 'kube-flannel'])('no workload stands in %s', namespace => {
    expect(() => (0, namespace_scope_1.workloadNamespace)(chartIn(namespace), 'Deployment')).toThrow(new Error(`namespace belongs to the cluster itself: got "${namespace}", expected a namespace of the application's own; `
        + 'make a SecureNamespace, or give the chart another namespace'));
});
test.each(['shop', 'kubernetes', 'default-2', 'kube', 'a', 'x'.repeat(63)])('%s is a namespace', name => {
    expect((0, namespace_scope_1.checkNamespace)(name)).toBe(name);
});
test.each(['', 'Shop', 'a.b', '-a', 'a-', 'x'.repeat(64), 'a_b', undefined])('%j is no namespace', name => {
    expect(() => (0, namespace_scope_1.checkNamespace)(name)).toThrow(new Error(`namespace: got ${JSON.stringify(name)}, expected a DNS label: lower-case letters, digits and inner hyphens, at most 63; choose another name`));
});
