import { ApiObject, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { signatureOf } from '../../src/policy/signature';

test('is the same until an object, a patch or metadata comes or changes, and then another one', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels: { a: '1' } } });
  const seen = [signatureOf([object])];
  expect(signatureOf([object])).toBe(seen[0]);
  const changes = [
    () => object.addJsonPatch(JsonPatch.add('/data', {})),
    () => object.metadata.addLabel('a', '2'),
    () => object.metadata.addAnnotation('b', '1'),
    () => object.metadata.add('generation', 1),
    () => object.metadata.addFinalizers('x/y'),
  ];
  for (const change of changes) {
    change();
    seen.push(signatureOf([object]));
  }
  seen.push(signatureOf([object, object]));
  expect(new Set(seen).size).toBe(seen.length);
});

test('a value that comes late is asked for, and not the program that knows it', () => {
  const chart = new Chart(Testing.app(), 'chart');
  let value = 'early';
  const lazy = Lazy.any({ produce: () => value, ...{ chart } });
  const object = new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels: { a: lazy } } });
  const before = signatureOf([object]);
  value = 'late';
  expect(signatureOf([object])).not.toBe(before);
});
