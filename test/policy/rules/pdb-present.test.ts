import { finds, keeps } from './set-cases';
import { autoscaler, budget, daemonSet, deployment, job, statefulSet } from './set-objects';
import { pdbPresent } from '../../../src/policy/rules/pdb-present';

const TWO = { spec: { replicas: 2 } };
const WEB = { matchLabels: { app: 'web' } };
const found = (kind: string, pods = 2) => [`${kind} web: no disruption budget selects the pods: got ${pods} pods without one, expected one`];

keeps(pdbPresent, {
  'one selects the pods': [deployment('web', TWO), budget('web', WEB)],
  'one selects every pod': [deployment('web', TWO), budget('all', {})],
  'one selects the pods by an expression': [statefulSet('web', TWO), budget('web', { matchExpressions: [{ key: 'app', operator: 'Exists' }] })],
  'there is one pod': [deployment('web', { spec: { replicas: 1 } })],
  'nobody says how many pods there are': [deployment('web')],
  'it is a kind that needs none': [daemonSet('web'), job('web', { spec: { parallelism: 3 } })],
});

finds(pdbPresent, {
  'there is none': { objects: [deployment('web', TWO)], found: found('Deployment') },
  'an autoscaler keeps two': { objects: [statefulSet('web'), autoscaler('web', { kind: 'StatefulSet', name: 'web' }, { minReplicas: 3 })], found: found('StatefulSet', 3) },
  'it selects others': { objects: [deployment('web', TWO), budget('cart', { matchLabels: { app: 'cart' } })], found: found('Deployment') },
  'it has no selector, which selects nothing': { objects: [deployment('web', TWO), budget('web', undefined)], found: found('Deployment') },
  'it is in another namespace': { objects: [deployment('web', TWO), budget('web', WEB, undefined, 'bank')], found: found('Deployment') },
});
