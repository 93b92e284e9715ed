import { admittedObject } from '../../src/policy/policy-object';
import { PolicyResources } from '../../src/policy/policy-resource';

const admitted = (json: object) => admittedObject(json, new PolicyResources().of(json));

test('what the server fills in is there when policies judge', () => {
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', labels: {} }, spec: { replicas: null, paused: false } };
  expect(admitted(deployment)).toMatchObject({ metadata: { name: 'web', namespace: 'default' }, spec: { replicas: 1 } });
  expect(admitted(deployment).metadata).not.toHaveProperty('labels');
});

test('an object of the cluster has no namespace, and a Namespace is one', () => {
  expect(admitted({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }).metadata).not.toHaveProperty('namespace');
  expect(admitted({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'a' } }).metadata).toEqual({ name: 'a' });
});

test('of a built-in kind without defaults only empty metadata goes', () => {
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'a', namespace: 'shop', annotations: {} }, secrets: [] };
  expect(admitted(account)).toEqual({ ...account, metadata: { name: 'a', namespace: 'shop' } });
});

test('a custom resource is judged as it is written', () => {
  const witch = { apiVersion: 'example.com/v1', kind: 'Witch', metadata: { name: 'w', namespace: 'shop', labels: {} }, spec: { list: [] } };
  expect(admitted(witch)).toEqual(witch);
});

test('an object is never changed, and whatever its shape, nothing throws', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [{ name: 'a' }] } };
  admitted(pod);
  expect(pod).toEqual({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [{ name: 'a' }] } });
  expect(admitted({ apiVersion: 'v1', kind: 'Service', metadata: 'none' })).toMatchObject({ metadata: { namespace: 'default' }, spec: { type: 'ClusterIP' } });
});
