import { ApiObject, Chart, Testing } from 'cdk8s';
import { byNamespace } from '../../src/policy/objects-by-namespace';

test('objects are found by their namespace, in their order', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const [a, b, c, d] = ['shop', undefined, 'shop', 'bank'].map((namespace, i) => (
    new ApiObject(chart, `o${i}`, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace } })
  ));
  expect([...byNamespace([a, b, c, d])]).toEqual([['shop', [a, c]], ['', [b]], ['bank', [d]]]);
});
