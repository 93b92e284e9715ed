import { finds, keeps } from './set-cases';
import { deployment, DENY, namespace, object, policy, service } from './set-objects';
import { dialledServiceOpen } from '../../../src/policy/rules/dialled-service-open';

const CART = { app: 'cart' };
const web = (value: string, parts = {}) => deployment('web', { container: { env: [{ name: 'CART_ADDR', value }] }, ...parts });
const cart = [deployment('cart', { container: { ports: [{ containerPort: 8080, name: 'http' }] } }), service('cart', CART, { ports: [{ port: 80, targetPort: 'http' }] })];
const out = (rule: object = { to: [{ podSelector: { matchLabels: CART } }], ports: [{ port: 8080 }] }) => (
  policy('out', { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'], egress: [rule] })
);
const into = (rule: object = { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 'http' }] }, where?: string) => (
  policy('in', { podSelector: { matchLabels: CART }, policyTypes: ['Ingress'], ingress: [rule] }, where)
);
const FOUND = ['Deployment web (spec.template.spec.containers[0].env[0].value, container main): the environment names a Service that the network policies keep '
  + 'closed: got Service "cart", expected policies that let these pods reach port 8080/TCP of Deployment "cart"'];

keeps(dialledServiceOpen, {
  'both sides let them': [...cart, DENY, out(), into(), web('cart:80')],
  'there are no policies': [...cart, web('cart:80')],
  'the host is no Service of the set': [...cart, DENY, web('payments:80')],
  'the Service has no such port': [...cart, DENY, web('cart:81')],
  'both sides let everything through': [...cart, DENY, out({}), into({}), web('cart')],
  'the destination lets addresses through': [...cart, DENY, out(), into({ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }), web('cart')],
  'the ports are a range': [...cart, DENY, out({ ports: [{ port: 8000, endPort: 8100 }] }), into(), web('cart')],
  'the peer is any pod of namespaces with labels that nobody knows': [...cart, DENY, out({ to: [{ namespaceSelector: { matchLabels: { team: 'shop' } } }] }), into(), web('cart')],
  'it dials itself': [DENY, deployment('cart', { container: { ports: [{ containerPort: 8080 }], env: [{ name: 'SELF_ADDR', value: 'cart:8080' }] } }), service('cart', CART, { ports: [{ port: 8080 }] })],
  'it is on the network of the host': [...cart, DENY, web('cart:80', { pod: { hostNetwork: true } })],
  'a network plugin has policies of its own': [...cart, DENY, object('cilium.io/v2', 'CiliumNetworkPolicy', 'p'), web('cart:80')],
});

finds(dialledServiceOpen, {
  'nobody lets them': { objects: [...cart, DENY, web('http://cart/items')], found: FOUND },
  'the source does not': { objects: [...cart, DENY, into(), web('cart:80')], found: FOUND },
  'the destination does not': { objects: [...cart, DENY, out(), web('cart.shop.svc.cluster.local')], found: FOUND },
  'a URL leads there, with a password that is never shown': { objects: [...cart, DENY, web('http://user:pa55@cart:80/items')], found: FOUND },
  'the port is another': { objects: [...cart, DENY, out({ ports: [{ port: 9090 }] }), into(), web('cart:80')], found: FOUND },
  'the protocol is another': { objects: [...cart, DENY, out({ ports: [{ port: 8080, protocol: 'UDP' }] }), into(), web('cart:80')], found: FOUND },
  'the policy of the destination means pods of another namespace': {
    objects: [...cart, DENY, out(), into({ from: [{ podSelector: {}, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bank' } } }] }), web('cart:80')], found: FOUND,
  },
  'the labels of the namespace are others': {
    objects: [namespace(), ...cart, DENY, out({ to: [{ namespaceSelector: { matchLabels: { team: 'bank' } } }] }), into(), web('cart:80')], found: FOUND,
  },
});

describe('in ambient mode', () => {
  const AMBIENT = namespace('shop', { 'istio.io/dataplane-mode': 'ambient' });
  const HBONE = { ports: [{ port: 15008 }] };
  const carried = [out({ to: [{ podSelector: { matchLabels: CART } }], ...HBONE }), into({ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ...HBONE })];
  const byWaypoint = [out({ to: [{ podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'waypoint' } } }], ...HBONE })];

  keeps(dialledServiceOpen, {
    'both sides let them on the port of the mesh': [AMBIENT, ...cart, DENY, ...carried, web('cart:80')],
    'a waypoint may stand between them': [AMBIENT, object('gateway.networking.k8s.io/v1', 'Gateway', 'waypoint'), ...cart, DENY, ...byWaypoint, web('cart:80')],
  });

  finds(dialledServiceOpen, {
    'one side closes the port of the mesh': { objects: [AMBIENT, ...cart, DENY, carried[0], web('cart:80')], found: FOUND },
    'there is no mesh': { objects: [namespace(), ...cart, DENY, ...carried, web('cart:80')], found: FOUND },
    'the pods are not part of it': { objects: [AMBIENT, ...cart, DENY, ...carried, web('cart:80', { labels: { 'app': 'web', 'istio.io/dataplane-mode': 'none' } })], found: FOUND },
    'there is neither a way nor a waypoint': { objects: [AMBIENT, ...cart, DENY, ...byWaypoint, web('cart:80')], found: FOUND },
  });
});
