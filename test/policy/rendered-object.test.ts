import { ApiObject, App, Chart, IResolver, JsonPatch, ResolutionContext, Testing } from 'cdk8s';
import { isRendered, RenderedObject, RenderedObjectProps } from '../../src/policy/rendered-object';

function object(props: Partial<RenderedObjectProps> = {}, app: App = Testing.app(), namespace?: string): RenderedObject {
  const chart = new Chart(app, 'chart', { namespace, labels: { team: 'a' } });
  return new RenderedObject(chart, 'object', {
    apiVersion: 'v1', kind: 'ConfigMap', name: 'web', namespace: 'shop', owner: chart, render: () => ({ data: { b: '2', a: '1' } }), ...props,
  });
}

test('is rendered when it is written', () => {
  let data = { a: '1' };
  const rendered = object({ render: () => ({ data }) });
  data = { a: '2' };
  expect(rendered.toJson().data).toEqual({ a: '2' });
});

test('writes what a stock object of the same content writes, keys in the same order', () => {
  const rendered = object({ labels: { z: '1', b: '2' }, annotations: { note: 'x' } });
  const stock = new ApiObject(rendered.chart, 'stock', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web', namespace: 'shop', annotations: { note: 'x' }, labels: { 'app.kubernetes.io/managed-by': 'cdk8s', 'z': '1', 'b': '2' } },
    data: { b: '2', a: '1', nothing: undefined },
  });
  expect(JSON.stringify(rendered.toJson())).toBe(JSON.stringify(stock.toJson()));
});

test.each<[string, (rendered: RenderedObject) => void]>([
  ['a label', r => r.metadata.addLabel('x', 'y')],
  ['an annotation', r => r.metadata.addAnnotation('x', 'y')],
  ['a finalizer', r => r.metadata.addFinalizers('x/y')],
  ['an owner', r => r.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'u' })],
  ['another attribute', r => r.metadata.add('generation', 3)],
])('%s that is added stands in the manifest as cdk8s writes it', (_, change) => {
  const rendered = object();
  change(rendered);
  expect(JSON.stringify(rendered.toJson().metadata)).toBe(JSON.stringify(rendered.metadata.toJson()));
});

test('patches are applied', () => {
  const rendered = object();
  expect(rendered.isPatched).toBe(false);
  rendered.addJsonPatch(JsonPatch.replace('/data/a', '9'), JsonPatch.remove('/data/b'));
  expect(rendered.isPatched).toBe(true);
  expect(rendered.toJson().data).toEqual({ a: '9' });
  expect(rendered.peek().data).toEqual({ a: '9' });
});

test('whoever looks at it before it is written sees the outline, where it has one', () => {
  expect(object().peek()).toEqual({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'shop' }, data: { b: '2', a: '1' } });
  const outlined = object({ outline: () => ({ data: { a: '1' } }) });
  expect([outlined.peek().data, outlined.toJson().data]).toEqual([{ a: '1' }, { a: '1', b: '2' }]);
  outlined.addJsonPatch(JsonPatch.replace('/data/b', '3'));
  expect(outlined.peek().data).toEqual({ a: '1', b: '3' });
});

test('resolvers of the app are asked', () => {
  class Shout implements IResolver {
    public resolve(context: ResolutionContext): void {
      if (context.value === '1') { context.replaceValue('ONE'); }
    }
  }
  expect(object({}, new App({ resolvers: [new Shout()] })).toJson().data).toEqual({ a: 'ONE', b: '2' });
});

test('keys stay as they are where cdk8s is told not to sort', () => {
  process.env.CDK8S_DISABLE_SORT = 'yes';
  try {
    expect(Object.keys(object().toJson().data)).toEqual(['b', 'a']);
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});

test('an object of the cluster takes no namespace from its chart', () => {
  expect(object({ namespace: undefined }, Testing.app(), 'shop').toJson().metadata.namespace).toBeUndefined();
});

test('an error while it is rendered names the construct that the user wrote', () => {
  expect(() => object({ render: () => { throw new Error('too much'); } }).toJson()).toThrow('[chart] too much');
});

test('it is told from objects of other libraries', () => {
  const rendered = object();
  const stock = new ApiObject(rendered.chart, 'stock', { apiVersion: 'v1', kind: 'ConfigMap' });
  expect([isRendered(rendered), isRendered(stock), isRendered(undefined)]).toEqual([true, false, false]);
});

test.each<[string, (rendered: RenderedObject) => void]>([
  ['rendered by this library', () => undefined],
  ['rendered by cdk8s, since it is patched', r => r.addJsonPatch(JsonPatch.replace('/data/a', '9'))],
])('annotations that depend on what is declared later are asked for when the object is written, %s', (_, change) => {
  let late = 'early';
  const rendered = object({ annotations: { z: 'now' }, lateAnnotations: () => ({ a: late }) });
  change(rendered);
  late = 'late';
  expect(rendered.toJson().metadata.annotations).toEqual({ a: 'late', z: 'now' });
  late = 'later';
  expect(rendered.toJson().metadata.annotations).toEqual({ a: 'later', z: 'now' });
});

test('a patch finds the annotations that come late', () => {
  const rendered = object({ lateAnnotations: () => ({ a: 'late' }) });
  rendered.addJsonPatch(JsonPatch.remove('/metadata/annotations/a'));
  expect(rendered.toJson().metadata.annotations).toEqual({});
});

test('no patch is no patch', () => {
  const rendered = object();
  rendered.addJsonPatch();
  expect(rendered.isPatched).toBe(false);
});
