import { finds, keeps } from './set-cases';
import { deployment, namespace, peers } from './set-objects';
import { strictPodsMeshed } from '../../../src/policy/rules/strict-pods-meshed';

const INJECTED = namespace('shop', { 'istio-injection': 'enabled' });
const STRICT = peers('default', 'STRICT');
const FOUND = ['Deployment web: mutual TLS is demanded for pods that are not part of the mesh: got no proxy, expected a sidecar or ambient mode'];

keeps(strictPodsMeshed, {
  'the namespace is injected': [INJECTED, STRICT, deployment('web')],
  'the namespace is injected by a revision': [namespace('shop', { 'istio.io/rev': 'stable' }), STRICT, deployment('web')],
  'the namespace is ambient': [namespace('shop', { 'istio.io/dataplane-mode': 'ambient' }), STRICT, deployment('web')],
  'the pods ask for a sidecar': [namespace(), STRICT, deployment('web', { labels: { 'app': 'web', 'sidecar.istio.io/inject': 'true' } })],
  'nothing is demanded': [namespace(), deployment('web')],
  'it is demanded in another namespace': [namespace(), peers('default', 'STRICT', {}, 'bank'), deployment('web')],
  'it is demanded of other pods': [namespace(), peers('cart', 'STRICT', { selector: { matchLabels: { app: 'cart' } } }), deployment('web')],
  'it is not demanded of these pods': [namespace(), STRICT, peers('web', 'PERMISSIVE', { selector: { matchLabels: { app: 'web' } } }), deployment('web')],
  'the whole mesh demands it, of which the namespace is no part': [namespace(), peers('default', 'STRICT', {}, 'istio-system'), deployment('web')],
  'they are those of the mesh itself': [namespace('istio-system'), peers('default', 'STRICT', {}, 'istio-system'), deployment('istiod', { namespace: 'istio-system' })],
  'somebody else makes the namespace, and labels it': [STRICT, deployment('web')],
});

finds(strictPodsMeshed, {
  'the namespace has no label': { objects: [namespace(), STRICT, deployment('web')], found: FOUND },
  'the namespace takes itself out': { objects: [namespace('shop', { 'istio-injection': 'disabled', 'istio.io/rev': 'stable' }), STRICT, deployment('web')], found: FOUND },
  'the pods take themselves out by an annotation': {
    objects: [INJECTED, STRICT, deployment('web', { annotations: { 'sidecar.istio.io/inject': 'false' } })], found: FOUND,
  },
  'the pods are on the network of the host': { objects: [INJECTED, STRICT, deployment('web', { pod: { hostNetwork: true } })], found: FOUND },
  'the whole mesh demands it, of which the namespace is part': {
    objects: [INJECTED, peers('default', 'STRICT', {}, 'istio-system'), deployment('web', { annotations: { 'sidecar.istio.io/inject': 'false' } })], found: FOUND,
  },
  'the namespace leaves it to the mesh': {
    objects: [
      namespace('shop', { 'istio.io/dataplane-mode': 'ambient' }), peers('default', 'UNSET'), peers('default', 'STRICT', { selector: {} }, 'istio-system'),
      deployment('web', { labels: { 'istio.io/dataplane-mode': 'none' } }),
    ],
    found: FOUND,
  },
});
