import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { SecureApp } from '../../src/app/secure-app';
import { SecureChart, SecureChartProps } from '../../src/app/secure-chart';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { Session } from '../../src/policy/session';

function metadataIn(props?: SecureChartProps, id = 'shop'): any {
  const chart = new SecureChart(Testing.app(), id, props);
  new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'ConfigMap' });
  return Testing.synth(chart)[0].metadata;
}

test('names carry no hash, and labels say what the objects are part of', () => {
  expect(metadataIn()).toEqual({ name: 'shop-web', labels: { 'app.kubernetes.io/part-of': 'shop' } });
});

test('an id that can be no label value is none', () => {
  expect(metadataIn(undefined, 'My Shop')).toEqual({ name: 'myshop-web' });
});

test('labels of the chart stand beside that, or in its place', () => {
  expect(metadataIn({ labels: { team: 'a' } }).labels).toEqual({ 'app.kubernetes.io/part-of': 'shop', 'team': 'a' });
  expect(metadataIn({ labels: { 'app.kubernetes.io/part-of': 'all' } }).labels).toEqual({ 'app.kubernetes.io/part-of': 'all' });
});

test('fails on a label that Kubernetes would refuse', () => {
  expect(() => metadataIn({ labels: { team: 'a b' } })).toThrow(
    'value of team in labels of chart "shop": got "a b", expected a label value: letters, digits and inner hyphens, dots and underscores, at most 63; choose another value');
});

test('objects that name no namespace receive the chart\'s', () => {
  expect(metadataIn({ namespace: 'shop' }).namespace).toBe('shop');
});

test.each(['default', 'kube-system', 'kube-public', 'kube-anything'])('fails on namespace %s', namespace => {
  expect(() => metadataIn({ namespace })).toThrow(
    `namespace belongs to the cluster itself: got "${namespace}", expected a namespace of the application's own; make a SecureNamespace, or give the chart another namespace`);
});

test.each(['', 'Shop', 'a.b', 'a_b', '-a', 'a'.repeat(64)])('fails on namespace %j, which is no DNS label', namespace => {
  expect(() => metadataIn({ namespace })).toThrow('expected a DNS label');
});

test.each<[string, (chart: Chart) => Construct]>([
  ['a chart', chart => chart],
  ['a construct in a chart', chart => new Construct(chart, 'group')],
])('fails below %s', (_, scopeIn) => {
  const scope = scopeIn(new Chart(Testing.app(), 'outer'));
  expect(() => new SecureChart(scope, 'inner')).toThrow(
    `chart "inner" stands below chart "outer": got "${scope.node.path}/inner", expected a chart that stands in the app; `
    + 'pass the app as scope: cdk8s takes exponential time to order nested charts');
});

test('may stand below a construct of the app', () => {
  expect(new SecureChart(new Construct(Testing.app(), 'stage'), 'shop').node.path).toBe('stage/shop');
});

test('synthesized by itself in a SecureApp it gives its own objects, after one judgement of the whole app', () => {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36 });
  const charts = ['a', 'b', 'c'].map(id => new SecureChart(app, id, { namespace: 'shop' }));
  charts.forEach(chart => new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'ConfigMap' }));
  let judgements = 0;
  Session.of(app).addAudit(() => ({ conclude: () => { judgements++; return []; } }));
  expect(charts.map(chart => Testing.synth(chart).map(json => json.metadata.name))).toEqual([['a-web'], ['b-web'], ['c-web']]);
  expect(judgements).toBe(1);
  new ApiObject(charts[0], 'again', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c-web' } });
  expect(() => Testing.synth(charts[1])).toThrow('unique-objects');
});

test('keeps its constructs in a dictionary, whatever they are called', () => {
  const chart = new SecureChart(Testing.app(), 'chart');
  new Construct(chart, 'constructor');
  const { _children: children } = chart.node as unknown as { _children: object };
  expect([Object.keys(children), Object.getPrototypeOf(children)]).toEqual([['constructor'], null]);
});
