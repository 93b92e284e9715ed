import { finds, keeps } from './set-cases';
import { deployment, job, namespace, object, service, workload } from './set-objects';
import { serviceSelectsPods } from '../../../src/policy/rules/service-selects-pods';

const found = (selector: string) => [
  `Service web (spec.selector): service selects no pods: got selector "${selector}", expected labels that pods of the namespace carry`,
];

keeps(serviceSelectsPods, {
  'it selects the pods of a workload': [deployment('web'), service('web')],
  'it selects a pod': [object('v1', 'Pod', 'p', { metadata: { name: 'p', namespace: 'shop', labels: { app: 'web' } } }), service('web')],
  'it selects the pods of an operator\'s kind': [workload('argoproj.io/v1alpha1', 'Rollout', 'web'), service('web')],
  'it selects the pods of a Job': [job('web'), service('web')],
  'it has no selector': [namespace(), service('web', null)],
  'its selector is empty, which selects nothing': [namespace(), service('web', {})],
  'it is the name of a host elsewhere': [namespace(), service('web', { app: 'web' }, { type: 'ExternalName', externalName: 'example.com' })],
  'nothing is known of the namespace': [service('web')],
});

finds(serviceSelectsPods, {
  'no pod has the labels': { objects: [deployment('cart'), service('web')], found: found('app=web') },
  'a pod has one of two labels': { objects: [deployment('web'), service('web', { app: 'web', tier: 'front' })], found: found('app=web,tier=front') },
  'the pods are in another namespace': { objects: [namespace(), deployment('web', { namespace: 'bank' }), service('web')], found: found('app=web') },
});
