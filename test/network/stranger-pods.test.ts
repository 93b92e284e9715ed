import { findings as allFindings, foreign, openShop, workload } from './shop';
import { SecureNamespace } from '../../src/namespace/secure-namespace';

/** What other rules say of selectors is theirs to test. */
const findings = (...args: Parameters<typeof allFindings>) => allFindings(...args).filter(line => line.includes(' selector-finds-own-pods-only: '));

const deployment = (labels: Record<string, string>) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'redis:8.2' }] } } },
});

const finding = (path: string, what: string, name: string, selector: string) => `[${path}] selector-finds-own-pods-only: pods of ${what} carry the labels that `
  + `select the pods of "${name}": got ${selector}, expected labels that no other selector finds; give them another label, or give "${name}" another selector`;

test('pods of a Helm release of the same name would receive the workload\'s connections', () => {
  const { chart, namespace } = openShop();
  workload(namespace, 'cart');
  foreign(namespace, 'redis', deployment({ 'app.kubernetes.io/instance': 'cart', 'app.kubernetes.io/name': 'redis' }));
  expect(findings(chart)).toEqual([finding('shop/shop/redis', 'Deployment "redis"', 'cart', '{"app.kubernetes.io/instance":"cart"}')]);
});

test('a selector of two labels finds only pods with both', () => {
  const { chart, namespace } = openShop();
  workload(namespace, 'cart', { selector: { app: 'shop', tier: 'cart' } });
  foreign(namespace, 'one', deployment({ app: 'shop' }));
  foreign(namespace, 'other', deployment({ tier: 'cart' }));
  expect(findings(chart)).toEqual([]);
  foreign(namespace, 'both', deployment({ app: 'shop', tier: 'cart', extra: 'label' }));
  expect(findings(chart)).toEqual([finding('shop/shop/both', 'Deployment "both"', 'cart', '{"app":"shop","tier":"cart"}')]);
});

test('two workloads of the app must not find one another\'s pods either', () => {
  const { chart, namespace } = openShop();
  workload(namespace, 'one', { selector: { app: 'legacy' } });
  workload(namespace, 'two', { selector: { app: 'legacy', tier: 'two' } });
  expect(findings(chart)).toEqual([finding('shop/shop/two', 'Deployment "two"', 'one', '{"app":"legacy"}')]);
});

test('pods with the same label in another namespace are others', () => {
  const { chart, namespace } = openShop();
  workload(namespace, 'cart');
  workload(new SecureNamespace(chart, 'data'), 'cart');
  foreign(chart, 'redis', { ...deployment({ 'app.kubernetes.io/instance': 'cart' }), metadata: { namespace: 'elsewhere' } });
  expect(findings(chart)).toEqual([]);
});
