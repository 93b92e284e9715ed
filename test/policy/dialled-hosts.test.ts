import { containersOf } from '../../src/kube/pod';
import { dialsOf } from '../../src/policy/dialled-hosts';

const dialled = (name: string, value: unknown) => dialsOf(containersOf({ containers: [{ name: 'main', env: [{ name, value }] }] })).map(({ host, port }) => [host, port]);

test.each([
  ['X', 'http://cart/items', ['cart', undefined]],
  ['X', 'postgres://user:pa55@word@db.data:5432/shop?sslmode=require', ['db.data', 5432]],
  ['X', 'https://Cart.shop.svc:8443', ['cart.shop.svc', 8443]],
  ['X', 'cart:7070', ['cart', 7070]],
  ['X', 'cart:7070/path', ['cart', 7070]],
  ['X', 'cart.shop.svc.cluster.local', ['cart.shop.svc.cluster.local', undefined]],
  ['CART_HOST', 'cart', ['cart', undefined]],
  ['endpoint', 'cart', ['cart', undefined]],
])('%s=%s dials %j', (name, value, expected) => {
  expect(dialled(name, value)).toEqual([expected]);
});

test.each([
  ['MODE', 'production'], ['X', '8080'], ['X', 'a sentence: with 8080'], ['X', 'cart:port'], ['X', 'jdbc'], ['CART_HOST', '$(CART)'], ['X', `http://${'a'.repeat(500)}/`], ['X', 7070],
  ['X', undefined],
])('%s=%s dials nobody', (name, value) => {
  expect(dialled(name, value)).toEqual([]);
});

test('a dial says where it stands, and nothing of the value but the host and the port', () => {
  const env = [{ name: 'A', value: 'x' }, { name: 'DB', value: 'mysql://root:hunter2@db:3306' }];
  expect(dialsOf(containersOf({ initContainers: [{ name: 'init', env }] }))).toEqual([
    { host: 'db', port: 3306, field: 'spec.initContainers[0].env[1].value', container: 'init' },
  ]);
});
