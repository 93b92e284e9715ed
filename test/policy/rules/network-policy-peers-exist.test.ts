import { finds, keeps } from './set-cases';
import { deployment, namespace, object, policy } from './set-objects';
import { networkPolicyPeersExist } from '../../../src/policy/rules/network-policy-peers-exist';

const CART = { matchLabels: { app: 'cart' } };
const named = (...values: string[]) => ({ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] });
const from = (peer: object) => policy('p', { podSelector: {}, ingress: [{ from: [peer] }] });
const found = (at: string) => [
  `NetworkPolicy p (${at}.podSelector): network policy lets through pods that are not there: got selector "app=cart", expected labels that pods of the namespace carry`,
];

keeps(networkPolicyPeersExist, {
  'they are in its namespace': [deployment('cart'), from({ podSelector: CART })],
  'they are every pod of its namespace': [namespace(), from({ podSelector: {} })],
  'they are in the namespace that is asked for': [deployment('cart', { namespace: 'bank' }), from({ podSelector: CART, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'bank' } } })],
  'they are in one of the namespaces that are asked for': [deployment('web'), deployment('cart', { namespace: 'bank' }), from({ podSelector: CART, namespaceSelector: named('shop', 'bank') })],
  'a Gateway of its namespace makes them': [
    namespace(), object('gateway.networking.k8s.io/v1', 'Gateway', 'waypoint'), from({ podSelector: { matchLabels: { 'gateway.networking.k8s.io/gateway-name': 'waypoint' } } }),
  ],
  'nothing is known of the namespace that is asked for': [namespace(), from({ podSelector: CART, namespaceSelector: named('kube-system') })],
  'any namespace may have them': [namespace(), from({ podSelector: CART, namespaceSelector: {} })],
  'a namespace may have them that is asked for by a label': [namespace(), from({ podSelector: CART, namespaceSelector: { matchLabels: { team: 'bank' } } })],
  'they are addresses': [namespace(), from({ ipBlock: { cidr: '10.0.0.0/8' } })],
  'everybody is let through': [namespace(), policy('p', { podSelector: {}, ingress: [{}] })],
});

finds(networkPolicyPeersExist, {
  'they are not in its namespace': { objects: [deployment('web'), deployment('cart', { namespace: 'bank' }), from({ podSelector: CART })], found: found('spec.ingress[0].from[0]') },
  'they are in none of those that are asked for': {
    objects: [deployment('cart'), namespace('bank'), policy('p', { podSelector: {}, egress: [{}, { to: [{ podSelector: CART, namespaceSelector: named('bank') }] }] })],
    found: found('spec.egress[1].to[0]'),
  },
});
