import { finds, keeps } from './set-cases';
import { ingress } from './set-objects';
import { ingressRoutesApart } from '../../../src/policy/rules/ingress-routes-apart';

const WEB = { name: 'web', port: { number: 80 } };
const one = ingress('one', 'shop.example.com', { '/': WEB });
const two = (paths: Record<string, object>, rest = {}, where?: string) => ingress('two', 'shop.example.com', paths, rest, where);
const canary = { ...two({ '/': WEB }), metadata: { name: 'two', namespace: 'shop', annotations: { 'nginx.ingress.kubernetes.io/canary': 'true' } } };
const everywhere = (name: string) => ingress(name, '', { '/': WEB });
const found = (other: string, path: string) => [
  `Ingress two (spec.rules[0].http.paths[0]): two Ingresses claim one path of one host: got this one and Ingress "one"${other} for ${path}, expected one`,
];

keeps(ingressRoutesApart, {
  'they have two paths': [one, two({ '/cart': WEB })],
  'they have two hosts': [one, ingress('two', 'bank.example.com', { '/': WEB })],
  'they are for two controllers': [one, two({ '/': WEB }, { ingressClassName: 'other' })],
  'one path is a prefix, and the other is itself alone': [
    one, { ...two({}), spec: { rules: [{ host: 'shop.example.com', http: { paths: [{ path: '/', pathType: 'Exact', backend: { service: WEB } }] } }] } },
  ],
  'the second takes a share of the first on purpose': [one, canary],
  'a stage writes the same one again': [one, one],
});

finds(ingressRoutesApart, {
  'two of two namespaces have it': { objects: [one, two({ '/': WEB }, {}, 'bank')], found: found(' of namespace "shop"', '"Prefix /" of "shop.example.com"') },
  'both have it for every host': { objects: [everywhere('one'), everywhere('two')], found: found('', '"Prefix /" of every host').map(line => `warning ${line}`) },
  'two of one namespace have it': { objects: [one, two({ '/': WEB })], found: found('', '"Prefix /" of "shop.example.com"').map(line => `warning ${line}`) },
});
