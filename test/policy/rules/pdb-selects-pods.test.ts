import { finds, keeps } from './set-cases';
import { budget, deployment, namespace, object } from './set-objects';
import { pdbSelectsPods } from '../../../src/policy/rules/pdb-selects-pods';

const found = (got: string) => [
  `PodDisruptionBudget b (spec.selector): disruption budget selects no pods: got ${got}, expected labels that pods of the namespace carry`,
];

keeps(pdbSelectsPods, {
  'it selects pods': [deployment('web'), budget('b', { matchLabels: { app: 'web' } })],
  'it selects all pods': [deployment('web'), budget('b', {})],
  'nothing is known of the namespace': [deployment('web', { namespace: 'bank' }), budget('b', { matchLabels: { app: 'web' } })],
});

finds(pdbSelectsPods, {
  'no pod has the label': { objects: [deployment('cart'), budget('b', { matchLabels: { app: 'web' } })], found: found('selector "app=web"') },
  'the pods that it selects are in another namespace': {
    objects: [namespace(), deployment('web', { namespace: 'bank' }), budget('b', { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'cart'] }] })],
    found: found('selector "app in (web,cart)"'),
  },
  'there are no pods': { objects: [namespace(), budget('b', {})], found: found('selector "{}"') },
  'it has no selector': { objects: [deployment('web'), budget('b', undefined)], found: found('no selector') },
  'it is empty, in the version in which that selected nothing': {
    objects: [deployment('web'), object('policy/v1beta1', 'PodDisruptionBudget', 'b', { spec: { selector: {} } })], found: found('no selector'),
  },
});
