import { finds, keeps } from './set-cases';
import { autoscaler, deployment, namespace, object, statefulSet } from './set-objects';
import { hpaTargetExists } from '../../../src/policy/rules/hpa-target-exists';

const found = (target: string, kind = 'HorizontalPodAutoscaler') => [
  `${kind} a (spec.scaleTargetRef): autoscaler scales what is not there: got "${target}", expected a workload of its namespace`,
];

keeps(hpaTargetExists, {
  'it is there': [deployment('web'), autoscaler('a', { name: 'web' })],
  'it is there in another version of its group': [deployment('web'), autoscaler('a', { apiVersion: 'apps/v1beta2', name: 'web' })],
  'it is a kind of an operator': [namespace(), autoscaler('a', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' })],
  'nothing is known of the namespace': [autoscaler('a', { name: 'web' })],
  'a ScaledObject leaves out that it is a Deployment': [deployment('web'), object('keda.sh/v1alpha1', 'ScaledObject', 'a', { spec: { scaleTargetRef: { name: 'web' } } })],
});

finds(hpaTargetExists, {
  'it has another name': { objects: [deployment('cart'), autoscaler('a', { name: 'web' })], found: found('apps/Deployment/web') },
  'it is of another kind': { objects: [statefulSet('web'), autoscaler('a', { name: 'web' })], found: found('apps/Deployment/web') },
  'it is in another namespace': { objects: [namespace(), deployment('web', { namespace: 'bank' }), autoscaler('a', { name: 'web' })], found: found('apps/Deployment/web') },
  'the target of a ScaledObject is not there': {
    objects: [namespace(), object('keda.sh/v1alpha1', 'ScaledObject', 'a', { spec: { scaleTargetRef: { kind: 'StatefulSet', name: 'db' } } })],
    found: found('apps/StatefulSet/db', 'ScaledObject'),
  },
});
