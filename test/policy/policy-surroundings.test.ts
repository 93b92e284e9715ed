import { configMap, namespace } from './policies';
import type { ParamRef } from '../../src/policy/policy-spec';
import { PolicySurroundings } from '../../src/policy/policy-surroundings';

const CONFIG_MAP = { apiVersion: 'v1', kind: 'ConfigMap' };
const LIMIT = { apiVersion: 'example.com/v1', kind: 'Limit' };

function seen(...objects: any[]): PolicySurroundings {
  const surroundings = new PolicySurroundings([CONFIG_MAP, LIMIT]);
  objects.forEach(json => surroundings.see(json));
  return surroundings;
}

const ref = (more: Partial<ParamRef>): ParamRef => ({ deniesIfMissing: false, ...more });
const ALL = seen(
  configMap('a', {}, { labels: { limit: 'yes' } }), configMap('b', {}, { labels: { limit: 'yes' } }), configMap('c'), configMap('a', {}, { namespace: 'other' }),
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'bare' } },
);
const names = (params: ReturnType<PolicySurroundings['paramsFor']>) => 'fault' in params ? params.fault : params.map(each => each && `${each.metadata.namespace}/${each.metadata.name}`);

test('parameters are found by name, in the namespace of the object or in the one that is named', () => {
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ name: 'a' }), 'shop'))).toEqual(['shop/a']);
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ name: 'a', namespace: 'other' }), 'shop'))).toEqual(['other/a']);
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ name: 'bare' }), 'default'))).toEqual(['undefined/bare']);
});

test('parameters are found by their labels, and each judges by itself', () => {
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ selector: { matchLabels: { limit: 'yes' } } }), 'shop'))).toEqual(['shop/a', 'shop/b']);
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ selector: {} }), 'shop'))).toEqual(['shop/a', 'shop/b', 'shop/c']);
});

test('where there are none, nothing is judged, or the request is refused', () => {
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ name: 'z' }), 'shop'))).toEqual([]);
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ name: 'z', deniesIfMissing: true }), 'shop'))).toBe('no params found for policy binding with `Deny` parameterNotFoundAction');
});

test('a policy or a binding that wants none judges without', () => {
  expect([ALL.paramsFor(undefined, ref({ name: 'a' }), 'shop'), ALL.paramsFor(CONFIG_MAP, undefined, 'shop')]).toEqual([[null], [null]]);
});

test('an object of the cluster has no parameters in its own namespace', () => {
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ name: 'a' }), ''))).toBe('cannot use namespaced paramRef in policy binding that matches cluster-scoped resources');
  expect(names(ALL.paramsFor(CONFIG_MAP, ref({ name: 'a', namespace: 'other' }), ''))).toEqual(['other/a']);
});

test('parameters of the cluster stand in no namespace', () => {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: { group: 'example.com', names: { kind: 'Limit', plural: 'limits' }, scope: 'Cluster', versions: [{ name: 'v1' }] },
  };
  const limit = { ...LIMIT, apiVersion: 'example.com/v1beta1', metadata: { name: 'a' } };
  expect(seen(limit).paramsFor(LIMIT, ref({ name: 'a' }), 'shop')).toEqual([{ ...limit, apiVersion: 'example.com/v1' }]);
  expect(names(seen(definition, limit).paramsFor(LIMIT, ref({ name: 'a', namespace: 'x' }), 'shop'))).toBe(
    'paramRef.namespace must not be provided for a cluster-scoped `paramKind`',
  );
});

test('a namespace has its labels, and the one that each of them has', () => {
  const known = seen({ ...namespace('shop', { tier: 'strict' }), metadata: { name: 'shop', labels: { tier: 'strict' }, annotations: { a: 'b' } } });
  expect(known.namespace('shop')).toEqual({
    metadata: { name: 'shop', annotations: { a: 'b' }, labels: { 'tier': 'strict', 'kubernetes.io/metadata.name': 'shop' } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  });
  expect(known.namespaceLabels('elsewhere')).toEqual({ 'kubernetes.io/metadata.name': 'elsewhere' });
});
