import { finds, keeps } from './set-cases';
import { deployment, ingress, namespace, service } from './set-objects';
import { ingressBackendExists } from '../../../src/policy/rules/ingress-backend-exists';

const to = (name: string, port: object = { number: 80 }) => ingress('shop', 'shop.example.com', { '/': { name, port } });
const AT = 'Ingress shop (spec.rules[0].http.paths[0].backend.service)';
const MISSING = 'requests go to a Service that is not there: got "web" in namespace "shop", expected one of the set';

keeps(ingressBackendExists, {
  'the Service has the port': [service('web'), to('web')],
  'the Service has the port by its name': [service('web', { app: 'web' }, { ports: [{ port: 80, name: 'http' }] }), to('web', { name: 'http' })],
  'the Service is the name of a host elsewhere': [service('web', null, { type: 'ExternalName', ports: [] }), to('web')],
  'nothing is known of the namespace': [to('web')],
  'the backend is no Service': [namespace(), ingress('shop', 'h', {}, { defaultBackend: { resource: { kind: 'StorageBucket', name: 'b' } } })],
});

finds(ingressBackendExists, {
  'there is no such Service': { objects: [deployment('web'), to('web')], found: [`${AT}: ${MISSING}`] },
  'the Service is in another namespace': { objects: [namespace(), service('web', { app: 'web' }, {}, 'bank'), to('web')], found: [`${AT}: ${MISSING}`] },
  'the default backend is not there': {
    objects: [namespace(), ingress('shop', 'h', {}, { defaultBackend: { service: { name: 'web', port: { number: 80 } } } })],
    found: [`Ingress shop (spec.defaultBackend.service): ${MISSING}`],
  },
  'the Service has another port': {
    objects: [service('web'), to('web', { number: 8080 })], found: [`${AT}: requests go to a port that is not there: got 8080 of Service "web", expected one of its ports`],
  },
  'the Service names no port so': {
    objects: [service('web'), to('web', { name: 'http' })], found: [`${AT}: requests go to a port that is not there: got "http" of Service "web", expected one of its ports`],
  },
});
