import { namespace, service } from './rules/set-objects';
import { missingBackends } from '../../src/policy/missing-backends';
import { ObjectGraph } from '../../src/policy/object-graph';

const graph = new ObjectGraph();
[namespace(), service('web', { app: 'web' }, { ports: [{ port: 80, name: 'http' }] })].forEach(json => graph.see(json));
const problems = (backend: object) => missingBackends(graph, { index: 7, backends: [{ namespace: 'shop', service: 'web', field: 'f', ...backend }] }).map(({ problem }) => problem);

test('a backend has its Service, and the Service its port, by number or name', () => {
  expect([{ port: 80 }, { port: 'http' }, {}].map(problems)).toEqual([[], [], []]);
  expect(problems({ port: 81 })).toEqual(['requests go to a port that is not there: got 81 of Service "web", expected one of its ports']);
  expect(problems({ service: 'cart' })).toEqual(['requests go to a Service that is not there: got "cart" in namespace "shop", expected one of the set']);
});

test('where nothing is known of the namespace the Service may be there', () => {
  expect(problems({ namespace: 'bank', service: 'cart' })).toEqual([]);
});

test('the fault is at the object that sends, and at the field', () => {
  expect(missingBackends(graph, { index: 7, backends: [{ namespace: 'shop', service: 'x', field: 'spec.a' }] }).map(({ index, field }) => [index, field])).toEqual([[7, 'spec.a']]);
});
