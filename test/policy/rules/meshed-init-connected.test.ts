import { finds, foundBy, keeps } from './set-cases';
import { deployment, namespace } from './set-objects';
import { meshedInitConnected } from '../../../src/policy/rules/meshed-init-connected';

const INJECTED = namespace('shop', { 'istio-injection': 'enabled' });
const INIT = { pod: { initContainers: [{ name: 'wait', image: 'busybox:1' }] } };
const FOUND = 'Deployment web: init containers run before the sidecar, without network: got some, expected none in this version of Kubernetes';
const always = { ...meshedInitConnected, until: undefined };

finds(always, { 'pods of the mesh have one': { objects: [INJECTED, deployment('web', INIT)], found: [FOUND] } });

keeps(always, {
  'they have none': [INJECTED, deployment('web')],
  'it goes on beside the others': [INJECTED, deployment('web', { pod: { initContainers: [{ name: 'log', image: 'busybox:1', restartPolicy: 'Always' }] } })],
  'the proxy runs on the node': [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' }), deployment('web', INIT)],
  'there is no mesh': [namespace('shop'), deployment('web', INIT)],
});

test('from the version on in which a sidecar can run before them nothing is found', () => {
  expect([28, 29].map(minor => foundBy(meshedInitConnected, [INJECTED, deployment('web', INIT)], minor).length)).toEqual([1, 0]);
});
