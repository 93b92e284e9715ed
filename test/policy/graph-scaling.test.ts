import { autoscalerOf, claimOf, disruptionBudgetOf } from '../../src/policy/graph-scaling';

const entry = (kind: string) => ({ index: 0, kind, namespace: 'shop', name: 'x' });

test('an empty selector of a budget is every pod, but not in the version in which it was none', () => {
  const selector = (apiVersion: string, spec: object) => disruptionBudgetOf({ apiVersion, spec }, entry('PodDisruptionBudget')).selector?.toString();
  expect([selector('policy/v1', { selector: {} }), selector('policy/v1beta1', { selector: {} }), selector('policy/v1', {})]).toEqual(['{}', undefined, undefined]);
});

test('a budget has numbers or shares', () => {
  const { minAvailable, maxUnavailable } = disruptionBudgetOf({ spec: { minAvailable: 0, maxUnavailable: '10%' } }, entry('PodDisruptionBudget'));
  expect([minAvailable, maxUnavailable]).toEqual([0, '10%']);
});

test('an autoscaler keeps one where it does not say how many, and a ScaledObject none', () => {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' };
  const read = (kind: string, spec: object) => {
    const { target, targetName, min } = autoscalerOf({ spec }, entry(kind));
    return [target, targetName, min];
  };
  expect(read('HorizontalPodAutoscaler', { scaleTargetRef })).toEqual(['apps/StatefulSet', 'db', 1]);
  expect(read('HorizontalPodAutoscaler', { scaleTargetRef: { kind: 'ReplicationController', name: 'a', apiVersion: 'v1' }, minReplicas: 0 })).toEqual(['/ReplicationController', 'a', 0]);
  expect(read('ScaledObject', { scaleTargetRef: { name: 'web' }, minReplicaCount: 2 })).toEqual(['apps/Deployment', 'web', 2]);
  expect(read('ScaledObject', { scaleTargetRef })).toEqual(['apps/StatefulSet', 'db', 0]);
});

test('a claim says who can mount it, and of which class it is', () => {
  const { accessModes, storageClass } = claimOf({ spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast' } }, entry('PersistentVolumeClaim'));
  expect([accessModes, storageClass]).toEqual([['ReadWriteOnce'], 'fast']);
});
