import { finds, keeps } from './set-cases';
import { cronJob, deployment, DENY, namespace, object, policy, workload } from './set-objects';
import { podUnderNetworkPolicy } from '../../../src/policy/rules/pod-under-network-policy';

const BOTH = { policyTypes: ['Ingress', 'Egress'] };
const found = (kind: string, sides: string, severity = '') => [
  `${severity}${kind} web: no network policy is about the pods: got none for ${sides}, expected one that selects them`,
];

keeps(podUnderNetworkPolicy, {
  'a policy is about every pod': [namespace(), deployment('web'), DENY],
  'a policy selects the pods': [namespace(), deployment('web'), policy('web', { podSelector: { matchLabels: { app: 'web' } }, ...BOTH })],
  'a policy selects the pods by an expression': [
    namespace(), deployment('web'), policy('web', { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'cart'] }] }, ...BOTH }),
  ],
  'two policies share the sides, the second by its rules': [
    namespace(), deployment('web'),
    policy('in', { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Ingress'] }),
    policy('out', { podSelector: { matchLabels: { app: 'web' } }, egress: [{}] }),
  ],
  'the pods are on the network of the host': [namespace(), deployment('web', { pod: { hostNetwork: true } })],
});

finds(podUnderNetworkPolicy, {
  'there is none': { objects: [namespace(), deployment('web')], found: found('Deployment', 'ingress and egress') },
  'it is about ingress alone': { objects: [namespace(), cronJob('web'), policy('p', { podSelector: {} })], found: found('CronJob', 'egress') },
  'it is in another namespace': { objects: [namespace(), deployment('web'), policy('p', { podSelector: {}, ...BOTH }, 'bank')], found: found('Deployment', 'ingress and egress') },
  'it selects others': {
    objects: [namespace(), deployment('web'), policy('p', { podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, ...BOTH })],
    found: found('Deployment', 'ingress and egress'),
  },
  'somebody else makes the namespace': { objects: [deployment('web')], found: found('Deployment', 'ingress and egress', 'warning ') },
  'an operator makes the pods': {
    objects: [namespace(), workload('argoproj.io/v1alpha1', 'Rollout', 'web')], found: found('Rollout', 'ingress and egress', 'warning '),
  },
  'a network plugin has policies of its own': {
    objects: [namespace(), deployment('web'), object('projectcalico.org/v3', 'GlobalNetworkPolicy', 'p', {}, '')],
    found: found('Deployment', 'ingress and egress', 'warning '),
  },
});
