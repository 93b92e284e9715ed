import { ApiObject, App, Chart } from 'cdk8s';
import { SecureNamespace } from '../../src';
import { propIn, propOf, propText } from '../../src/policy/prop-of-field';

const PROPS = { 'metadata.labels': 'labels', 'metadata.labels.a.b/c': 'level', 'spec.list': 'all', 'spec.list[].name': 'names', 'spec.list[].deep[]': 'items' };

test.each([
  ['metadata.labels', 'labels'],
  ['metadata.labels.team', 'labels'],
  ["metadata.labels['a.b/c']", 'level'],
  ['metadata.labels.a.b/c', 'level'],
  ["metadata.labels['a.b/d']", 'labels'],
  ['spec.list', 'all'],
  ['spec.list[12]', 'all'],
  ['spec.list[12].other', 'all'],
  ['spec.list[12].name', 'names'],
  ['spec.list[12].name.first', 'names'],
  ['spec.list[12].deep', 'all'],
  ['spec.list[12].deep[0].x', 'items'],
  ['spec', undefined],
  ['spec.lists', undefined],
  ['toString', undefined],
  ['', undefined],
])('%s is told as %s', (field, prop) => {
  expect(propIn(PROPS, field)).toBe(prop);
});

test('hostile keys end', () => {
  for (const field of ['[', ']', '..', "['", "a['x'", '[0][0]', `${'a['.repeat(1000)}`, 'a\nb.c']) { expect(propIn(PROPS, field)).toBeUndefined(); }
});

test('only objects that a construct makes have props', () => {
  const chart = new Chart(new App(), 'chart');
  const shop = new SecureNamespace(chart, 'shop');
  const other = new ApiObject(chart, 'other', { apiVersion: 'v1', kind: 'Namespace' });
  const [made, foreign] = [shop.node.defaultChild!, other].map(object => propOf(object, 'metadata.labels.team'));
  expect([made, foreign, propOf(shop, 'metadata.labels.team')]).toEqual(['labels', undefined, undefined]);
});

test('a prop is told with the class whose it is', () => {
  const shop = new SecureNamespace(new Chart(new App(), 'chart'), 'shop');
  expect(propText(shop.node.defaultChild!, ['labels', 'level'])).toBe('labels, level of SecureNamespace');
});
