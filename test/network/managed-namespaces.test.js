"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const cdk8s_1 = require("cdk8s");
const shop_1 = require("./shop");
const pod_security_level_1 = require("../../src/kube/pod-security-level");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
const managed_namespaces_1 = require("../../src/network/managed-namespaces");
const ROOT_INIT = {
    initContainers: [{ name: 'own-files', image: 'registry.example.com/chown:1.0' }],
    waivers: [{ rule: 'run-as-non-root', container: 'own-files', reason: 'The volume belongs to root.' }],
};
const BASELINE = { level: pod_security_level_1.PodSecurityLevel.BASELINE, waivers: [{ rule: 'pod-security-restricted', reason: 'An init container is root.' }] };
test('the app makes its SecureNamespaces, and not those it imports or never heard of', () => {
    const { chart } = (0, shop_1.shop)();
    secure_namespace_1.SecureNamespace.imported(chart, 'theirs', { level: pod_security_level_1.PodSecurityLevel.RESTRICTED });
    const namespaces = managed_namespaces_1.ManagedNamespaces.of(chart);
    expect(['shop', 'theirs', 'other'].filter(name => namespaces.makes(name))).toEqual(['shop']);
});
test.each([
    ['made', () => (0, shop_1.shop)().namespace],
    ['imported', () => secure_namespace_1.SecureNamespace.imported((0, shop_1.shop)().chart, 'shop-2', { name: 'theirs', level: pod_security_level_1.PodSecurityLevel.RESTRICTED })],
])('a restricted namespace that is %s refuses a workload that it would not admit', (_, make) => {
    const namespace = make();
    expect(() => (0, shop_1.workload)(namespace, 'web', ROOT_INIT)).toThrow(new Error(`namespace "${namespace.name}" would refuse the pods of "web": got "a waiver of run-as-non-root", expected none, since it enforces the restricted level; `
        + 'put the workload into a namespace of its own, a SecureNamespace with level PodSecurityLevel.BASELINE and a waiver'));
});
test('a namespace of a lower level admits it', () => {
    const { chart } = (0, shop_1.shop)();
    expect(() => (0, shop_1.workload)(new secure_namespace_1.SecureNamespace(chart, 'old', BASELINE), 'web', ROOT_INIT)).not.toThrow();
    expect(() => (0, shop_1.workload)(secure_namespace_1.SecureNamespace.imported(chart, 'theirs', { level: pod_security_level_1.PodSecurityLevel.PRIVILEGED }), 'web', ROOT_INIT)).not.toThrow();
});
test('two SecureNamespaces of one name are an error, also in two charts', () => {
    const { app, chart } = (0, shop_1.shop)();
    const message = (path) => `namespace "shop" stands in the app already, as shop/shop: got "${path}", `
        + 'expected one SecureNamespace, and no import of it; pass the first one as scope, or give this one another name';
    expect(() => new secure_namespace_1.SecureNamespace(chart, 'again', { name: 'shop' })).toThrow(new Error(message('shop/again')));
    expect(() => new secure_namespace_1.SecureNamespace(new cdk8s_1.Chart(app, 'two'), 'shop')).toThrow(new Error(message('two/shop')));
});
test('a namespace that the app makes is not imported, in either order: one of the two would be wrong about its level', () => {
    const { chart } = (0, shop_1.shop)();
    expect(() => secure_namespace_1.SecureNamespace.imported(chart, 'import', { name: 'shop', level: pod_security_level_1.PodSecurityLevel.PRIVILEGED })).toThrow(new Error('namespace "shop" stands in the app already, as shop/shop: got "shop/import", expected one SecureNamespace, and no import of it; '
        + 'pass the first one as scope, or give this one another name'));
    secure_namespace_1.SecureNamespace.imported(chart, 'theirs', { level: pod_security_level_1.PodSecurityLevel.RESTRICTED });
    expect(() => new secure_namespace_1.SecureNamespace(chart, 'made', { name: 'theirs' })).toThrow('namespace "theirs" stands in the app already, as shop/theirs: got "shop/made"');
});
test('a namespace may be imported often, with one level', () => {
    const { chart } = (0, shop_1.shop)();
    secure_namespace_1.SecureNamespace.imported(chart, 'one', { name: 'theirs', level: pod_security_level_1.PodSecurityLevel.BASELINE });
    secure_namespace_1.SecureNamespace.imported(chart, 'two', { name: 'theirs', level: pod_security_level_1.PodSecurityLevel.BASELINE });
    expect(() => secure_namespace_1.SecureNamespace.imported(chart, 'three', { name: 'theirs', level: pod_security_level_1.PodSecurityLevel.PRIVILEGED })).toThrow(new Error('namespace "theirs" stands in the app already, as shop/one: got "shop/three", expected an import with the same level, baseline; '
        + 'pass the first one as scope, or give this one another name'));
});
