import { deployment, service } from './rules/set-objects';
import { dialledPorts, serviceFor } from '../../src/policy/dialled-services';
import { ObjectGraph } from '../../src/policy/object-graph';

const graph = new ObjectGraph();
[
  deployment('cart', { container: { ports: [{ containerPort: 8080, name: 'http' }] } }),
  service('cart', { app: 'cart' }, { ports: [{ port: 80, targetPort: 'http' }] }),
  service('both', { app: 'cart' }, { ports: [{ port: 80, targetPort: 'http' }, { port: 53, targetPort: 5353, protocol: 'UDP' }] }),
  service('lost', { app: 'cart' }, { ports: [{ port: 80, targetPort: 'none' }] }),
].forEach(json => graph.see(json));
const dial = (host: string, port?: number) => ({ host, port, field: 'f', container: 'c' });

test.each([
  ['cart', 'shop', true], ['cart', 'bank', false], ['cart.shop', 'bank', true], ['cart.shop.svc', 'bank', true], ['cart.shop.svc.cluster.local', 'bank', true],
  ['cart.shop.svc.cluster.local.', 'bank', true], ['cart.bank', 'shop', false], ['cart.shop.example.com', 'shop', false], ['cart.shop.svc.example.com', 'shop', false],
])('%s in namespace %s is a Service of the set: %s', (host, namespace, isOne) => {
  expect(serviceFor(graph, namespace, dial(host))?.name === 'cart').toBe(isOne);
});

test('a port of a Service is followed to that of its pods', () => {
  const ports = (name: string, port?: number) => dialledPorts(graph, graph.services.get('shop', name)!, dial(name, port)).map(({ pod, number, protocol }) => [pod.name, number, protocol]);
  expect(ports('cart')).toEqual([['cart', 8080, 'TCP']]);
  expect(ports('both', 53)).toEqual([['cart', 5353, 'UDP']]);
  expect([ports('both'), ports('cart', 81), ports('lost')]).toEqual([[], [], []]);
});
