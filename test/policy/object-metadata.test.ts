import { ApiObject, Chart, Lazy, Testing } from 'cdk8s';
import { metadataOf, withAnnotations } from '../../src/policy/object-metadata';

let count = 0;
function object(metadata: object): ApiObject {
  return new ApiObject(new Chart(Testing.app(), `chart${count++}`), 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata });
}

test.each<[string, object]>([
  ['a name alone', { name: 'web' }],
  ['a name that cdk8s makes', {}],
  ['namespace, labels and annotations', { name: 'web', namespace: 'shop', labels: { b: '1', a: '2' }, annotations: { d: '1', c: '2' } }],
  ['empty labels and annotations', { name: 'web', labels: {}, annotations: {} }],
  ['a finalizer', { name: 'web', finalizers: ['a/b'] }],
  ['an owner', { name: 'web', ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' }] }],
  ['an attribute that cdk8s does not name', { name: 'web', generateName: 'x-' }],
  ['a label whose value comes late', { name: 'web', labels: { a: Lazy.any({ produce: () => 'late' }) } }],
])('%s is rendered as cdk8s renders it', (_, metadata) => {
  const one = object(metadata);
  expect(JSON.stringify(metadataOf(one))).toBe(JSON.stringify(one.metadata.toJson()));
});

test('further annotations stand beside those that are there, and only for the moment', () => {
  const one = object({ name: 'web', annotations: { b: 'chosen' } });
  const seen = withAnnotations(one, { a: 'further', b: 'not this one' }, () => (metadataOf(one) as any).annotations);
  expect(seen).toEqual({ a: 'further', b: 'chosen' });
  expect((metadataOf(one) as any).annotations).toEqual({ b: 'chosen' });
});

test('further annotations are gone after an error too', () => {
  const one = object({ name: 'web' });
  expect(() => withAnnotations(one, { a: 'further' }, () => { throw new Error('in between'); })).toThrow('in between');
  expect(metadataOf(one)).toEqual({ name: 'web' });
});

test.each<[string, object, boolean]>([
  ['a name', { name: 'web' }, false],
  ['labels and annotations', { name: 'web', namespace: 'shop', labels: { a: '1' }, annotations: { b: '2' } }, false],
  ['a finalizer', { name: 'web', finalizers: ['a/b'] }, true],
  ['an owner', { name: 'web', ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' }] }, true],
  ['an attribute that cdk8s does not name', { name: 'web', generateName: 'x-' }, true],
  ['a label whose value comes late', { name: 'web', labels: { a: Lazy.any({ produce: () => 'late' }) } }, true],
  ['an annotation whose value comes late', { name: 'web', annotations: { a: Lazy.any({ produce: () => 'late' }) } }, true],
])('cdk8s itself renders metadata only where it has to: %s', (_, metadata, isAsked) => {
  const one = object(metadata);
  let asked = 0;
  one.metadata.toJson = () => { asked++; };
  metadataOf(one);
  expect(asked).toBe(isAsked ? 1 : 0);
});

test('several further annotations are gone afterwards', () => {
  const one = object({ name: 'web', annotations: { b: 'chosen' } });
  expect(withAnnotations(one, { a: '1', c: '2' }, () => Object.keys((metadataOf(one) as any).annotations))).toEqual(['a', 'b', 'c']);
  expect(metadataOf(one)).toEqual({ name: 'web', annotations: { b: 'chosen' } });
});

test('an object in no namespace has none', () => {
  expect(Object.keys(metadataOf(object({ name: 'web' })))).toEqual(['name']);
});
