import { identityOf, nameOfObject } from '../../src/policy/manifest';

test.each<[any, string]>([
  [{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } }, 'apps/Deployment/shop/web'],
  [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' } }, '/Secret//web'],
  [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', namespace: 'ignored' } }, '/Namespace//shop'],
  [undefined, '/undefined//undefined'],
])('%j is %s', (json, identity) => {
  expect(identityOf(json)).toBe(identity);
});

test.each<[any, string]>([
  [{ kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } }, 'Deployment shop/web'],
  [{ kind: 'Namespace', metadata: { name: 'shop' } }, 'Namespace shop'],
  [{ kind: 'Pod', metadata: null }, 'Pod undefined'],
  [undefined, 'undefined undefined'],
])('people call %j %s', (json, name) => {
  expect(nameOfObject(json)).toBe(name);
});
