import { ApiObject, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { Signature } from '../../src/policy/signature';

function object(metadata: object = {}): ApiObject {
  return new ApiObject(new Chart(Testing.app(), 'chart'), 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata });
}

const OWNER = { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' };

test.each<[string, (one: ApiObject) => void]>([
  ['a patch', one => one.addJsonPatch(JsonPatch.add('/data', {}))],
  ['another value of a label', one => one.metadata.addLabel('a', '2')],
  ['another label', one => one.metadata.addLabel('b', '1')],
  ['an annotation', one => one.metadata.addAnnotation('b', '1')],
  ['an attribute', one => one.metadata.add('generation', 1)],
  ['an attribute without a value', one => one.metadata.add('generation', undefined)],
  ['part of an attribute', one => one.metadata.add('more', { list: [{ a: 1 }, { b: 2 }] })],
  ['a finalizer', one => one.metadata.addFinalizers('x/y')],
  ['an owner', one => one.metadata.addOwnerReference({ ...OWNER, uid: 'v' })],
])('%s makes it differ once', (_, change) => {
  const one = object({ labels: { a: '1' }, ownerReferences: [OWNER], more: { list: [{ a: 1 }, { b: 1 }] } });
  const signature = new Signature();
  expect([signature.differs([one]), signature.differs([one])]).toEqual([true, false]);
  change(one);
  expect([signature.differs([one]), signature.differs([one])]).toEqual([true, false]);
});

test('objects that come, go or change places make it differ', () => {
  const [a, b] = [object(), object()];
  const signature = new Signature();
  const seen = [[], [a], [a, b], [b, a], [b, a], [b], [], []].map(objects => signature.differs(objects));
  expect(seen).toEqual([false, true, true, true, false, true, true, false]);
});

test('the same parts in another place are not the same', () => {
  const signature = new Signature();
  const one = object({ labels: { a: 'b' }, annotations: {} });
  signature.differs([one]);
  Object.assign(one.metadata, { labels: {}, annotations: { a: 'b' } });
  expect(signature.differs([one])).toBe(true);
});

test('a value that comes late is asked for, and not the program that knows it', () => {
  let value = 'early';
  const one = object({ labels: { a: Lazy.any({ produce: () => value }) } });
  const signature = new Signature();
  expect([signature.differs([one]), signature.differs([one])]).toEqual([true, false]);
  value = 'late';
  expect([signature.differs([one]), signature.differs([one])]).toEqual([true, false]);
});

test('a change is not forgotten where the walk fails', () => {
  let broken = false;
  const one = object({ labels: { a: '1' }, annotations: { b: Lazy.any({ produce: () => { if (broken) { throw new Error('broken'); } return '1'; } }) } });
  const signature = new Signature();
  signature.differs([one]);
  one.metadata.addLabel('a', '2');
  broken = true;
  expect(() => signature.differs([one])).toThrow('broken');
  broken = false;
  expect(signature.differs([one])).toBe(true);
});
