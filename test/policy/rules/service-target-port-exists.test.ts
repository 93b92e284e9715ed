import { finds, keeps } from './set-cases';
import { deployment, job, service, workload } from './set-objects';
import { serviceTargetPortExists } from '../../../src/policy/rules/service-target-port-exists';

const HTTP = { container: { ports: [{ containerPort: 8080, name: 'http' }] } };
const to = (targetPort: unknown, rest = {}) => service('web', { app: 'web' }, { ports: [{ port: 80, targetPort, ...rest }] });
const found = (got: string, severity = '') => [
  `${severity}Service web (spec.ports[0].targetPort): service sends to a port that its pods do not have: got ${got}, expected one of their ports`,
];

keeps(serviceTargetPortExists, {
  'it sends to a port by its name': [deployment('web', HTTP), to('http')],
  'it sends to a port by its number': [deployment('web', HTTP), to(8080)],
  'it sends to the number that it has itself': [deployment('web', HTTP), service('web', { app: 'web' }, { ports: [{ port: 8080 }] })],
  'the pods declare no ports': [deployment('web'), to(8080)],
  'a native sidecar has the port': [
    deployment('web', { pod: { initContainers: [{ name: 'proxy', restartPolicy: 'Always', ports: [{ containerPort: 9090, name: 'admin' }] }] } }), to('admin'),
  ],
  'it selects no pods': [deployment('cart', HTTP), to('metrics')],
  'it has no selector': [deployment('web', HTTP), service('web', null, { ports: [{ port: 80, targetPort: 'metrics' }] })],
  'the pods without the name are in another namespace': [deployment('web', HTTP), deployment('web', { namespace: 'bank' }), to('http')],
});

finds(serviceTargetPortExists, {
  'no pod has the name': { objects: [deployment('web', HTTP), to('metrics')], found: found('"metrics"/TCP for Deployment "web"') },
  'the pods declare no ports, and so have no names': { objects: [deployment('web'), to('http')], found: found('"http"/TCP for Deployment "web"') },
  'the name is for another protocol': { objects: [deployment('web', HTTP), to('http', { protocol: 'UDP' })], found: found('"http"/UDP for Deployment "web"') },
  'one of two workloads lacks the name': {
    objects: [deployment('web', HTTP), job('migrate', { labels: { app: 'web' } }), to('http')], found: found('"http"/TCP for Job "migrate"', 'warning '),
  },
  'an operator may add the name': {
    objects: [workload('argoproj.io/v1alpha1', 'Rollout', 'web'), to('http')], found: found('"http"/TCP for Rollout "web"', 'warning '),
  },
  'all pods declare their ports, and none the number': { objects: [deployment('web', HTTP), to(9090)], found: found('9090/TCP for Deployment "web"', 'warning ') },
});
