import { finds, keeps } from './set-cases';
import { deployment, DENY, namespace, object, policy } from './set-objects';
import { defaultDenyPresent } from '../../../src/policy/rules/default-deny-present';

const DENY_ONE_SIDE = policy('deny', { podSelector: {}, policyTypes: ['Ingress'] });
const found = (sides: string, severity = '') => [
  `${severity}Namespace shop: pods that no other policy is about are not isolated: got no policy over all pods that denies ${sides}, expected one`,
];

keeps(defaultDenyPresent, {
  'one policy denies both sides': [namespace(), deployment('web'), DENY],
  'two policies deny one side each': [namespace(), deployment('web'), DENY_ONE_SIDE, policy('out', { podSelector: {}, policyTypes: ['Egress'] })],
  'the policy lets names be looked up': [
    namespace(), deployment('web'), policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [{ ports: [{ port: 53, protocol: 'UDP' }] }] }),
  ],
  'the policy has no podSelector, which is every pod': [namespace(), deployment('web'), policy('deny', { policyTypes: ['Ingress', 'Egress'] })],
  'somebody else makes the namespace': [deployment('web')],
  'the namespace is the cluster\'s own': [namespace('kube-system'), deployment('web', { namespace: 'kube-system' })],
});

finds(defaultDenyPresent, {
  'there is no policy': { objects: [namespace(), deployment('web')], found: found('ingress and egress') },
  'the policy is in another namespace': {
    objects: [namespace(), deployment('web'), policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }, 'bank')], found: found('ingress and egress'),
  },
  'only one side is denied': { objects: [namespace(), deployment('web'), DENY_ONE_SIDE], found: found('egress') },
  'policyTypes are left out, so that it is about ingress alone': { objects: [namespace(), deployment('web'), policy('deny', { podSelector: {} })], found: found('egress') },
  'the policy lets everything in': {
    objects: [namespace(), deployment('web'), policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{}] })], found: found('ingress'),
  },
  'the policy is about some pods': {
    objects: [namespace(), deployment('web'), policy('deny', { podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, policyTypes: ['Ingress', 'Egress'] })],
    found: found('ingress and egress'),
  },
  'the set has no pods of the namespace': { objects: [namespace()], found: found('ingress and egress', 'warning ') },
  'a network plugin has policies of its own': {
    objects: [namespace(), deployment('web'), object('cilium.io/v2', 'CiliumNetworkPolicy', 'deny')], found: found('ingress and egress', 'warning '),
  },
});
