import { finds, keeps } from './set-cases';
import { autoscaler, budget, daemonSet, deployment } from './set-objects';
import { pdbBelowReplicas } from '../../../src/policy/rules/pdb-below-replicas';

const WEB = { matchLabels: { app: 'web' } };
const three = (name: string) => deployment(name, { spec: { replicas: 3 } });
const found = (least: string, pods: string, severity = '') => [
  `${severity}PodDisruptionBudget b (spec.minAvailable): disruption budget needs all pods that there are: got minAvailable ${least} for ${pods}, expected fewer`,
];

keeps(pdbBelowReplicas, {
  'fewer must be there': [three('web'), budget('b', WEB, { minAvailable: 2 })],
  'a share is rounded up to fewer': [three('web'), budget('b', WEB, { minAvailable: '60%' })],
  'it selects the pods of two workloads': [three('web'), three('cart'), budget('b', {}, { minAvailable: 3 })],
  'it says how many may be away': [deployment('web'), budget('b', WEB, { maxUnavailable: 1 })],
  'the workload is stopped': [deployment('web', { spec: { replicas: 0 } }), budget('b', WEB, { minAvailable: 1 })],
  'the pods are not counted': [daemonSet('web'), budget('b', WEB, { minAvailable: 1 })],
  'it has no selector': [deployment('web'), budget('b', undefined, { minAvailable: 1 })],
  'the pods are in another namespace': [deployment('web', { namespace: 'bank' }), budget('b', WEB, { minAvailable: 1 })],
  'the share is no share': [deployment('web'), budget('b', WEB, { minAvailable: 'all' })],
});

finds(pdbBelowReplicas, {
  'all must be there': { objects: [three('web'), budget('b', WEB, { minAvailable: 3 })], found: found('3', '3 pods') },
  'a share is rounded up to all': { objects: [three('web'), budget('b', WEB, { minAvailable: '67%' })], found: found('"67%"', '3 pods') },
  'there is one pod, since nobody says otherwise': { objects: [deployment('web'), budget('b', {}, { minAvailable: '1%' })], found: found('"1%"', '1 pod') },
  'all that an autoscaler keeps must be there': {
    objects: [deployment('web'), autoscaler('web', { name: 'web' }, { minReplicas: 2 }), budget('b', WEB, { minAvailable: 2 })], found: found('2', '2 pods', 'warning '),
  },
});
