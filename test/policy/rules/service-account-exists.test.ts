import { finds, keeps } from './set-cases';
import { cronJob, deployment, namespace, object } from './set-objects';
import { serviceAccountExists } from '../../../src/policy/rules/service-account-exists';

const account = (name: string, where?: string) => object('v1', 'ServiceAccount', name, {}, where);
const AS_WEB = { pod: { serviceAccountName: 'web' } };
const found = (kind: string, path: string) => [
  `${kind} web (${path}.serviceAccountName): service account of the pods is not there: got "web", expected one of the namespace`,
];

keeps(serviceAccountExists, {
  'it is there': [namespace(), deployment('web', AS_WEB), account('web')],
  'it is the one that the cluster makes': [namespace(), deployment('web')],
  'the set has no accounts of the namespace, and does not make it': [deployment('web', AS_WEB)],
});

finds(serviceAccountExists, {
  'the set makes the namespace without it': { objects: [namespace(), deployment('web', AS_WEB)], found: found('Deployment', 'spec.template.spec') },
  'the set has others of the namespace': { objects: [cronJob('web', AS_WEB), account('cart')], found: found('CronJob', 'spec.jobTemplate.spec.template.spec') },
  'it is in another namespace': { objects: [namespace(), deployment('web', AS_WEB), account('web', 'bank')], found: found('Deployment', 'spec.template.spec') },
  'it stands under its old name': { objects: [namespace(), deployment('web', { pod: { serviceAccount: 'web' } })], found: found('Deployment', 'spec.template.spec') },
});
