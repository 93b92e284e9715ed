import { finds, keeps } from './set-cases';
import { deployment, namespace, object, policy } from './set-objects';
import { networkPolicySelectsPods } from '../../../src/policy/rules/network-policy-selects-pods';

const found = (selector: string) => [
  `NetworkPolicy p (spec.podSelector): network policy selects no pods: got selector "${selector}", expected labels that pods of the namespace carry`,
];

keeps(networkPolicySelectsPods, {
  'it selects pods': [deployment('web'), policy('p', { podSelector: { matchLabels: { app: 'web' } } })],
  'it selects pods by what they do not have': [deployment('web'), policy('p', { podSelector: { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] } })],
  'it is about every pod, and there is none': [namespace(), policy('p', { podSelector: {} })],
  'it has no selector, which is every pod': [namespace(), policy('p', {})],
  'a Gateway of the namespace makes them': [
    namespace(), object('gateway.networking.k8s.io/v1', 'Gateway', 'waypoint'), policy('p', { podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'waypoint' } } }),
  ],
  'nothing is known of the namespace': [policy('p', { podSelector: { matchLabels: { app: 'web' } } })],
});

finds(networkPolicySelectsPods, {
  'a Gateway of another namespace makes them': {
    objects: [
      namespace(), object('gateway.networking.k8s.io/v1', 'Gateway', 'waypoint', {}, 'bank'), policy('p', { podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'waypoint' } } }),
    ],
    found: found('gateway.networking.k8s.io/gateway-name=waypoint'),
  },
  'no pod has the label': { objects: [deployment('cart'), policy('p', { podSelector: { matchLabels: { app: 'web' } } })], found: found('app=web') },
  'the pods are in another namespace': {
    objects: [namespace(), deployment('web', { namespace: 'bank' }), policy('p', { podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } })], found: found('app'),
  },
  'the selector contradicts itself': {
    objects: [deployment('web'), policy('p', { podSelector: { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] } })],
    found: found('app=web,app notin (web)'),
  },
});
