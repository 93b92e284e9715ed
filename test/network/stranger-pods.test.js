"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
const shop_1 = require("./shop");
const secure_namespace_1 = require("../../src/namespace/secure-namespace");
/** What other rules say of selectors is theirs to test. */
const findings = (...args) => (0, shop_1.findings)(...args).filter(line => line.includes(' selector-finds-own-pods-only: '));
const deployment = (labels) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'redis:8.2' }] } } },
});
const finding = (path, what, name, selector) => `[${path}] selector-finds-own-pods-only: pods of ${what} carry the labels that `
    + `select the pods of "${name}": got ${selector}, expected labels that no other selector finds; give them another label, or give "${name}" another selector`;
test('pods of a Helm release of the same name would receive the workload\'s connections', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'cart');
    (0, shop_1.foreign)(namespace, 'redis', deployment({ 'app.kubernetes.io/instance': 'cart', 'app.kubernetes.io/name': 'redis' }));
    expect(findings(chart)).toEqual([finding('shop/shop/redis', 'Deployment "redis"', 'cart', '{"app.kubernetes.io/instance":"cart"}')]);
});
test('a selector of two labels finds only pods with both', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'cart', { selector: { app: 'shop', tier: 'cart' } });
    (0, shop_1.foreign)(namespace, 'one', deployment({ app: 'shop' }));
    (0, shop_1.foreign)(namespace, 'other', deployment({ tier: 'cart' }));
    expect(findings(chart)).toEqual([]);
    (0, shop_1.foreign)(namespace, 'both', deployment({ app: 'shop', tier: 'cart', extra: 'label' }));
    expect(findings(chart)).toEqual([finding('shop/shop/both', 'Deployment "both"', 'cart', '{"app":"shop","tier":"cart"}')]);
});
test('two workloads of the app must not find one another\'s pods either', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'one', { selector: { app: 'legacy' } });
    (0, shop_1.workload)(namespace, 'two', { selector: { app: 'legacy', tier: 'two' } });
    expect(findings(chart)).toEqual([finding('shop/shop/two', 'Deployment "two"', 'one', '{"app":"legacy"}')]);
});
test('pods with the same label in another namespace are others', () => {
    const { chart, namespace } = (0, shop_1.openShop)();
    (0, shop_1.workload)(namespace, 'cart');
    (0, shop_1.workload)(new secure_namespace_1.SecureNamespace(chart, 'data'), 'cart');
    (0, shop_1.foreign)(chart, 'redis', { ...deployment({ 'app.kubernetes.io/instance': 'cart' }), metadata: { namespace: 'elsewhere' } });
    expect(findings(chart)).toEqual([]);
});
