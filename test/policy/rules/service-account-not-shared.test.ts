import { finds, keeps } from './set-cases';
import { cronJob, deployment } from './set-objects';
import { serviceAccountNotShared } from '../../../src/policy/rules/service-account-not-shared';

const AS_WEB = { pod: { serviceAccountName: 'web' } };

keeps(serviceAccountNotShared, {
  'each has its own': [deployment('web', AS_WEB), deployment('cart', { pod: { serviceAccountName: 'cart' } })],
  'all have the one that the cluster makes': [deployment('web'), deployment('cart')],
  'they are in two namespaces': [deployment('web', AS_WEB), deployment('cart', { ...AS_WEB, namespace: 'bank' })],
  'a stage writes the same one again': [deployment('web', AS_WEB), deployment('web', AS_WEB)],
});

finds(serviceAccountNotShared, {
  'two have the same': {
    objects: [deployment('web', AS_WEB), cronJob('night', AS_WEB)],
    found: ['CronJob night (spec.jobTemplate.spec.template.spec.serviceAccountName): two workloads run as one service account: '
      + 'got "web" here and in Deployment "web", expected one for each'],
  },
});
