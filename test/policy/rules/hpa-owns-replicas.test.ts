import { finds, keeps } from './set-cases';
import { autoscaler, deployment, workload } from './set-objects';
import { hpaOwnsReplicas } from '../../../src/policy/rules/hpa-owns-replicas';

const THREE = { spec: { replicas: 3 } };
const found = (kind: string) => [
  `${kind} web (spec.replicas): the manifest sets a number of pods that an autoscaler sets too: got replicas 3 beside HorizontalPodAutoscaler "a", expected none`,
];

keeps(hpaOwnsReplicas, {
  'the autoscaler alone counts': [deployment('web'), autoscaler('a', { name: 'web' })],
  'the workload is stopped, and the autoscaler with it': [deployment('web', { spec: { replicas: 0 } }), autoscaler('a', { name: 'web' })],
  'there is no autoscaler': [deployment('web', THREE)],
  'the autoscaler is for another workload': [deployment('web', THREE), autoscaler('a', { name: 'cart' })],
  'the autoscaler is for another kind': [deployment('web', THREE), autoscaler('a', { kind: 'StatefulSet', name: 'web' })],
  'the autoscaler is in another namespace': [deployment('web', THREE), autoscaler('a', { name: 'web' }, {}, 'bank')],
});

finds(hpaOwnsReplicas, {
  'both count': { objects: [autoscaler('a', { name: 'web' }), deployment('web', THREE)], found: found('Deployment') },
  'both count for the kind of an operator': {
    objects: [workload('argoproj.io/v1alpha1', 'Rollout', 'web', THREE), autoscaler('a', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'web' })],
    found: found('Rollout'),
  },
});
