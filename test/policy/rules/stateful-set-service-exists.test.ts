import { finds, keeps } from './set-cases';
import { deployment, namespace, service, statefulSet } from './set-objects';
import { statefulSetServiceExists } from '../../../src/policy/rules/stateful-set-service-exists';

const db = statefulSet('db', { spec: { serviceName: 'db' } });
const FOUND = ['StatefulSet db (spec.serviceName): the Service that names the pods is not there: got "db", expected one that selects them'];

keeps(statefulSetServiceExists, {
  'it is there': [db, service('db', { app: 'db' }, { clusterIP: 'None' })],
  'somebody else says where it sends to': [db, service('db', null)],
  'nobody asks for the pods by name': [namespace(), statefulSet('db')],
  'it is no StatefulSet': [deployment('web', { spec: { serviceName: 'web' } })],
});

finds(statefulSetServiceExists, {
  'it is not there': { objects: [db], found: FOUND },
  'it is in another namespace': { objects: [db, service('db', { app: 'db' }, {}, 'bank')], found: FOUND },
  'it selects others': { objects: [db, service('db', { app: 'web' })], found: FOUND },
});
