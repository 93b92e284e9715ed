import { finds, keeps } from './set-cases';
import { deployment, namespace } from './set-objects';
import { meshedUserApart } from '../../../src/policy/rules/meshed-user-apart';

const INJECTED = namespace('shop', { 'istio.io/rev': 'default' });
const FOUND = 'program runs as the user of the proxy of the mesh: got 1337, expected another user';

finds(meshedUserApart, {
  'the pod has the user of the proxy': {
    objects: [INJECTED, deployment('web', { pod: { securityContext: { runAsUser: 1337 } } })],
    found: [`Deployment web (spec.template.spec.securityContext.runAsUser): ${FOUND}`],
  },
  'a container has it': {
    objects: [INJECTED, deployment('web', { container: { securityContext: { runAsUser: 1337 } } })],
    found: [`Deployment web (spec.template.spec.containers[0].securityContext.runAsUser, container main): ${FOUND}`],
  },
});

keeps(meshedUserApart, {
  'it has another user': [INJECTED, deployment('web', { pod: { securityContext: { runAsUser: 1338 } } })],
  'the proxy runs on the node': [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' }), deployment('web', { pod: { securityContext: { runAsUser: 1337 } } })],
  'there is no mesh': [namespace('shop'), deployment('web', { pod: { securityContext: { runAsUser: 1337 } } })],
});
