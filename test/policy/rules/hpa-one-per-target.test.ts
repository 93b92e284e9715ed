import { finds, keeps } from './set-cases';
import { autoscaler, object } from './set-objects';
import { hpaOnePerTarget } from '../../../src/policy/rules/hpa-one-per-target';

const found = (kind = 'HorizontalPodAutoscaler') => [
  `${kind} two (spec.scaleTargetRef): two autoscalers scale one workload: got this one and HorizontalPodAutoscaler "one", expected one`,
];

keeps(hpaOnePerTarget, {
  'each has its own': [autoscaler('one', { name: 'web' }), autoscaler('two', { name: 'cart' })],
  'they are in two namespaces': [autoscaler('one', { name: 'web' }), autoscaler('two', { name: 'web' }, {}, 'bank')],
  'their targets are of two kinds': [autoscaler('one', { name: 'web' }), autoscaler('two', { kind: 'StatefulSet', name: 'web' })],
  'a stage writes the same one again': [autoscaler('one', { name: 'web' }), autoscaler('one', { name: 'web' })],
});

finds(hpaOnePerTarget, {
  'both have the same': { objects: [autoscaler('one', { name: 'web' }), autoscaler('two', { name: 'web' })], found: found() },
  'the second makes one': {
    objects: [autoscaler('one', { name: 'web' }), object('keda.sh/v1alpha1', 'ScaledObject', 'two', { spec: { scaleTargetRef: { name: 'web' } } })], found: found('ScaledObject'),
  },
});
