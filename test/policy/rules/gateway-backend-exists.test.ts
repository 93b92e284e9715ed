import { finds, keeps } from './set-cases';
import { namespace, object, service } from './set-objects';
import { gatewayBackendExists } from '../../../src/policy/rules/gateway-backend-exists';

const route = (ref: object, kind = 'HTTPRoute') => object('gateway.networking.k8s.io/v1', kind, 'shop', { spec: { rules: [{ backendRefs: [ref] }] } });
const AT = 'shop (spec.rules[0].backendRefs[0])';

keeps(gatewayBackendExists, {
  'the Service has the port': [service('web'), route({ name: 'web', port: 80 })],
  'the Service is in the namespace that is named': [namespace('bank'), service('web', { app: 'web' }, {}, 'bank'), route({ name: 'web', namespace: 'bank', port: 80 })],
  'the backend is of another kind': [namespace(), route({ name: 'web', group: 'example.com', kind: 'Function' })],
  'nothing is known of the namespace': [namespace(), route({ name: 'web', namespace: 'bank', port: 80 })],
});

finds(gatewayBackendExists, {
  'there is no such Service': {
    objects: [namespace(), route({ name: 'web', port: 80 })],
    found: [`HTTPRoute ${AT}: requests go to a Service that is not there: got "web" in namespace "shop", expected one of the set`],
  },
  'the Service has another port': {
    objects: [service('web'), route({ name: 'web', port: 81 }, 'GRPCRoute')],
    found: [`GRPCRoute ${AT}: requests go to a port that is not there: got 81 of Service "web", expected one of its ports`],
  },
});
