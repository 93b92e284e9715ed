import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { findings, foreign, manifest, openShop, stockChart } from '../network/shop';

const CONFIG = { apiVersion: 'v1', kind: 'ConfigMap' };
const namespaceOf = (chart: Chart, kind: string, name: string) => manifest(chart, kind, name).metadata.namespace;

test('an object of another library receives the namespace it stands in, however deep', () => {
  const { chart, namespace } = openShop();
  foreign(new Construct(new Construct(namespace, 'a'), 'b'), 'config', CONFIG);
  expect(namespaceOf(chart, 'ConfigMap', 'config')).toBe('shop');
});

test('one that is added after a first synthesis receives it in the next', () => {
  const { chart, namespace } = openShop();
  chart.toJson();
  foreign(namespace, 'late', CONFIG);
  expect(namespaceOf(chart, 'ConfigMap', 'late')).toBe('shop');
});

test('cdk8s-plus below a namespace makes its objects there', () => {
  const { chart, namespace } = openShop();
  new kplus.Deployment(namespace, 'theirs', { containers: [{ image: 'x:1' }], metadata: { name: 'theirs' } });
  expect(namespaceOf(chart, 'Deployment', 'theirs')).toBe('shop');
});

test('an imported namespace gives its name too', () => {
  const chart = stockChart();
  foreign(SecureNamespace.imported(chart, 'import', { name: 'theirs', level: PodSecurityLevel.BASELINE }), 'config', CONFIG);
  expect(namespaceOf(chart, 'ConfigMap', 'config')).toBe('theirs');
});

test('the nearest of two namespaces counts', () => {
  const { chart, namespace } = openShop();
  foreign(new SecureNamespace(namespace, 'inner'), 'config', CONFIG);
  expect(namespaceOf(chart, 'ConfigMap', 'config')).toBe('inner');
});

test('the nearest namespace counts for more than that of the chart', () => {
  const chart = stockChart({}, 'platform');
  foreign(new SecureNamespace(chart, 'shop'), 'config', CONFIG);
  foreign(chart, 'beside', CONFIG);
  expect(namespaceOf(chart, 'ConfigMap', 'config')).toBe('shop');
  expect(namespaceOf(chart, 'ConfigMap', 'beside')).toBe('platform');
});

test.each(['elsewhere', 'platform'])('an object that names the namespace %s keeps it', named => {
  const chart = stockChart({}, 'platform');
  foreign(new SecureNamespace(chart, 'shop'), 'config', { ...CONFIG, metadata: { namespace: named } });
  expect(namespaceOf(chart, 'ConfigMap', 'config')).toBe(named);
});

test('an object of the cluster receives none', () => {
  const { chart, namespace } = openShop();
  foreign(namespace, 'reader', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole' });
  expect(namespaceOf(chart, 'ClusterRole', 'reader')).toBeUndefined();
  expect(findings(chart)).toEqual([]);
});

test('an object beside the namespace receives none', () => {
  const { chart } = openShop();
  foreign(chart, 'config', CONFIG);
  expect(namespaceOf(chart, 'ConfigMap', 'config')).toBeUndefined();
});

describe('an object of a kind that is not known', () => {
  const WIDGET = { apiVersion: 'example.com/v1', kind: 'Widget' };
  const FINDING = '[shop/shop/gizmo] namespace-known: Widget "gizmo" stands in namespace "shop" and names none: got "example.com/v1", '
    + 'expected a namespace, since it is not known whether the kind has one; set metadata.namespace, or move it out of "shop" if it belongs to the cluster';

  test('is a finding, as often as it is asked for', () => {
    const { chart, namespace } = openShop();
    foreign(namespace, 'gizmo', WIDGET);
    expect(findings(chart)).toEqual([FINDING]);
    expect(findings(chart)).toEqual([FINDING]);
  });

  test('is a finding in a chart with a namespace too: it would land there', () => {
    const chart = stockChart({}, 'platform');
    foreign(new SecureNamespace(chart, 'shop'), 'gizmo', WIDGET);
    expect(findings(chart)).toEqual([FINDING]);
  });

  test('is fine where the namespace is the chart\'s, or is named, or is not ours', () => {
    const chart = stockChart({}, 'shop');
    const namespace = new SecureNamespace(chart, 'shop');
    foreign(namespace, 'gizmo', WIDGET);
    foreign(namespace, 'named', { ...WIDGET, metadata: { namespace: 'shop' } });
    foreign(chart, 'beside', WIDGET);
    expect(findings(chart)).toEqual([]);
  });

  test('is a finding of the nearest namespace alone', () => {
    const { chart, namespace } = openShop();
    foreign(new SecureNamespace(namespace, 'inner'), 'gizmo', WIDGET);
    expect(findings(chart)).toEqual([FINDING.replace('[shop/shop/gizmo]', '[shop/shop/inner/gizmo]').replaceAll('"shop"', '"inner"')]);
  });

  test('is a finding when it comes after a first synthesis, and gone when it is taken away', () => {
    const { chart, namespace } = openShop();
    expect(findings(chart)).toEqual([]);
    const gizmo: ApiObject = foreign(namespace, 'gizmo', WIDGET);
    expect(findings(chart)).toEqual([FINDING]);
    namespace.node.tryRemoveChild(gizmo.node.id);
    expect(findings(chart)).toEqual([]);
  });
});
