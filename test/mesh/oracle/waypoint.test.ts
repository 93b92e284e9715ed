import { app, at, from, namespace, policy, ROOT, rules, service, to, waypoint, workload } from './manifests';
import { Mesh } from './mesh';
import { decide, MeshRequest } from './oracle';

/*
 * A mesh of proxies on nodes: shop and bank are in it, shop may have a waypoint, side has sidecars, and street is outside.
 */
const AMBIENT = { 'istio.io/dataplane-mode': 'ambient' };
const CART = [{ port: 80, targetPort: 8080, name: 'http' }, { port: 6379, targetPort: 7000, name: 'tcp' }];
const MANIFESTS = [
  namespace(ROOT), namespace('bank', AMBIENT), namespace('side', { 'istio-injection': 'enabled' }), namespace('street'),
  workload('shop', 'web'), workload('shop', 'cart'), workload('shop', 'batch'),
  workload('bank', 'web'), workload('side', 'web'), workload('street', 'thief'),
  workload('side', 'edge', [], { 'gateway.networking.k8s.io/gateway-name': 'edge' }),
];
const L4 = [...MANIFESTS, namespace('shop', AMBIENT), service('shop', 'cart', CART)];
const behindWaypoint = (labels: object = {}, traffic?: string) => [
  ...MANIFESTS, namespace('shop', { ...AMBIENT, 'istio.io/use-waypoint': 'gate' }), service('shop', 'cart', CART, labels),
  waypoint('shop', 'gate', traffic ? { 'istio.io/waypoint-for': traffic } : {}),
];
const L7 = behindWaypoint();

const GET = { method: 'GET', path: '/items', host: 'cart' };
const QUESTIONS: Record<string, MeshRequest> = {
  web: { from: 'shop/web', to: 'shop/cart', port: 8080, http: GET },
  post: { from: 'shop/web', to: 'shop/cart', port: 8080, http: { ...GET, method: 'POST' } },
  bank: { from: 'bank/web', to: 'shop/cart', port: 8080, http: GET },
  side: { from: 'side/web', to: 'shop/cart', port: 8080, http: GET },
  edge: { from: 'side/edge', to: 'shop/cart', port: 8080, http: GET },
  thief: { from: 'street/thief', to: 'shop/cart', port: 8080, http: GET },
  bypass: { from: 'shop/web', plaintext: true, to: 'shop/cart', port: 8080, http: GET },
  direct: { from: 'shop/web', to: 'shop/cart', port: 8080, direct: true, http: GET },
  foreign: { identity: 'other.example/ns/shop/sa/web', to: 'shop/cart', port: 8080, http: GET },
  redis: { from: 'shop/web', to: 'shop/cart', port: 7000 },
  bytes: { from: 'shop/web', to: 'shop/cart', port: 8080 },
  batch: { from: 'shop/web', to: 'shop/batch', port: 8080, http: GET },
  token: { from: 'shop/web', to: 'shop/cart', port: 8080, http: { ...GET, token: { issuer: 'https://id.example', subject: 'ann' } } },
  toSide: { from: 'shop/web', to: 'side/web', port: 8080, http: GET },
};

type Case = [sentence: string, policies: object[], answers: Record<string, string>];

function check(manifests: object[], cases: Case[]): void {
  test.each(cases)('%s', (_, policies, answers) => {
    const mesh = Mesh.of([...manifests, ...policies]);
    const actual = Object.keys(answers).map(question => {
      const { allowed, why } = decide(mesh, QUESTIONS[question]);
      return [question, `${allowed ? 'yes' : 'no'}, ${why}`];
    });
    expect(Object.fromEntries(actual)).toEqual(answers);
  });
}

const free = 'yes, ztunnel: no ALLOW';
const none = 'no, ztunnel: no ALLOW is for it';
const allow = 'yes, ztunnel: ALLOW shop/allow';
const deny = 'no, ztunnel: DENY shop/deny';
const strict = 'no, STRICT without mutual TLS';

describe('without a waypoint', () => check(L4, [
  ['without policies everything is allowed', [], { web: free, thief: free, redis: free, bytes: free }],
  ['an ALLOW of service accounts', [rules('ALLOW', 'shop', {}, from('web'))], { web: allow, post: allow, bank: none, thief: none, bypass: none, side: none, direct: allow }],
  ['an ALLOW of a port, by the number of the container', [rules('ALLOW', 'shop', {}, to({ ports: ['8080'] }))], { web: allow, thief: allow, redis: none }],
  ['and not of the Service', [rules('ALLOW', 'shop', {}, to({ ports: ['80'] }))], { web: none }],
  ['an ALLOW of methods is for nobody', [rules('ALLOW', 'shop', {}, to({ methods: ['GET'] }))], { web: none, redis: none }],
  ['beside one for somebody', [rules('ALLOW', 'shop', {}, { ...from('web'), ...to({ methods: ['GET'] }) }, from('bank/web'))], { web: none, bank: allow }],
  ['a DENY of methods alone denies nothing', [rules('DENY', 'shop', {}, to({ methods: ['POST'] }))], { web: free, post: free }],
  ['a DENY of methods on a port denies the port', [rules('DENY', 'shop', {}, to({ methods: ['POST'], ports: ['8080'] }))], { web: deny, post: deny, redis: free }],
  ['a DENY goes before an ALLOW', [rules('ALLOW', 'shop', {}, {}), rules('DENY', 'shop', {}, from('web'))], { web: deny, bank: allow }],
  ['labels in the root namespace are for all namespaces', [rules('ALLOW', ROOT, app('cart'))], { web: none, batch: free }],
  ['the root namespace is for all', [policy('AuthorizationPolicy', ROOT, 'p')], { web: none, batch: none, toSide: 'no, sidecar: no ALLOW is for it' }],
  ['AUDIT and CUSTOM are nothing here', [rules('AUDIT', 'shop', {}, {}), rules('CUSTOM', 'shop', { provider: { name: 'opa' } }, {})], { web: free }],
  ['what names a Service is for waypoints', [rules('ALLOW', 'shop', at('Service', 'cart'))], { web: free }],
  ['tokens are not looked at', [policy('RequestAuthentication', 'shop', 'p', { jwtRules: [{ issuer: 'x' }] })], { token: free }],
  ['STRICT refuses who has no certificate', [policy('PeerAuthentication', ROOT, 'p', { mtls: { mode: 'STRICT' } })],
    { web: free, side: free, thief: strict, bypass: strict, foreign: free }],
  ['a port may be open', [policy('PeerAuthentication', 'shop', 'p', { ...app('cart'), mtls: { mode: 'STRICT' }, portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } })],
    { thief: free }],
  ['a sidecar knows who comes from a node', [rules('ALLOW', 'side', {}, from('shop/web'))], { toSide: 'yes, sidecar: ALLOW side/allow' }],
]));

const passed = 'yes, waypoint gate: no ALLOW; ztunnel: no ALLOW';
const stopped = 'no, waypoint gate: no ALLOW is for it';

describe('with a waypoint', () => check(L7, [
  ['without policies everything is allowed', [], { web: passed, bank: passed, foreign: passed, direct: free, thief: free, bypass: free, side: free, edge: free, batch: free }],
  ['an ALLOW of methods for the Service', [rules('ALLOW', 'shop', at('Service', 'cart'), { ...from('web'), ...to({ methods: ['GET'] }) })],
    { web: 'yes, waypoint gate: ALLOW shop/allow; ztunnel: no ALLOW', post: stopped, bank: stopped, direct: free, side: free }],
  ['a DENY of methods for the Service', [rules('DENY', 'shop', at('Service', 'cart'), to({ methods: ['POST'] }))], { web: passed, post: 'no, waypoint gate: DENY shop/deny' }],
  ['a port is the one of the Service', [rules('ALLOW', 'shop', at('Service', 'cart'), to({ ports: ['80'] }))],
    { web: 'yes, waypoint gate: ALLOW shop/allow; ztunnel: no ALLOW', redis: stopped }],
  ['and not the one of the container', [rules('ALLOW', 'shop', at('Service', 'cart'), to({ ports: ['8080'] }))], { web: stopped }],
  ['another Service', [rules('ALLOW', 'shop', at('Service', 'other')), rules('ALLOW', 'bank', at('Service', 'cart'))], { web: passed }],
  ['the waypoint by its name', [rules('ALLOW', 'shop', at('Gateway', 'gate'))], { web: stopped, direct: free }],
  ['another waypoint', [rules('ALLOW', 'shop', at('Gateway', 'other')), rules('ALLOW', 'bank', at('Gateway', 'gate'))], { web: passed }],
  ['all waypoints, from the root namespace', [rules('ALLOW', ROOT, at('GatewayClass', 'istio-waypoint'))], { web: stopped, direct: free }],
  ['but from no other', [rules('ALLOW', 'shop', at('GatewayClass', 'istio-waypoint')), rules('ALLOW', ROOT, at('GatewayClass', 'other'))], { web: passed }],
  ['a policy by labels is not for the waypoint, and the node sees no one but it', [rules('ALLOW', 'shop', app('cart'), from('web'))], { web: none, direct: allow, post: none }],
  ['nor one for all', [policy('AuthorizationPolicy', ROOT, 'p')], { web: none, direct: none }],
  ['the waypoint must be let in, and then nobody goes past it', [
    rules('ALLOW', 'shop', at('Service', 'cart'), from('web')), policy('AuthorizationPolicy', 'shop', 'p', { ...app('cart'), rules: [from('gate')] }),
  ], { web: 'yes, waypoint gate: ALLOW shop/allow; ztunnel: ALLOW shop/p', bank: stopped, direct: none, thief: none, bypass: none, side: none, edge: none, foreign: 'yes, waypoint gate: ALLOW shop/allow; ztunnel: ALLOW shop/p' }],
  ['an ALLOW of the port on the node is the one of the container', [rules('ALLOW', 'shop', app('cart'), { ...from('gate'), ...to({ ports: ['8080'] }) })],
    { web: 'yes, waypoint gate: no ALLOW; ztunnel: ALLOW shop/allow', redis: none }],
  ['bytes are bytes at the waypoint too', [rules('ALLOW', 'shop', at('Service', 'cart'), to({ methods: ['GET'] }))], { redis: stopped, bytes: 'no, no HTTP on a port of HTTP' }],
  ['tokens are looked at', [policy('RequestAuthentication', 'shop', 'p', { ...at('Service', 'cart'), jwtRules: [{ issuer: 'https://id.example' }] }),
    rules('ALLOW', 'shop', at('Service', 'cart'), { from: [{ source: { requestPrincipals: ['*'] } }] })],
  { token: 'yes, waypoint gate: ALLOW shop/allow; ztunnel: no ALLOW', web: stopped }],
  ['if the policy names the Service', [policy('RequestAuthentication', 'shop', 'p', { jwtRules: [{ issuer: 'x' }] })], { token: passed }],
  ['STRICT refuses who goes past without certificate', [policy('PeerAuthentication', ROOT, 'p', { mtls: { mode: 'STRICT' } })], { web: passed, thief: strict }],
  ['external authorization is asked', [rules('CUSTOM', 'shop', { ...at('Service', 'cart'), provider: { name: 'opa' } }, {})], { web: 'no, waypoint gate: CUSTOM shop/custom' }],
]));

describe('who goes to a waypoint', () => {
  test.each<[sentence: string, manifests: object[], answers: Record<string, boolean>]>([
    ['calls of Services, as they are by default', L7, { web: true, direct: false, batch: false }],
    ['a Service that wants none', behindWaypoint({ 'istio.io/use-waypoint': 'none' }), { web: false }],
    ['calls of workloads', behindWaypoint({}, 'workload'), { web: false, direct: true, batch: true }],
    ['all calls', behindWaypoint({}, 'all'), { web: true, direct: true, batch: true }],
    ['no calls', behindWaypoint({}, 'none'), { web: false, direct: false }],
    ['gateways, if the Service says so', behindWaypoint({ 'istio.io/ingress-use-waypoint': 'true' }), { edge: true, side: false }],
    ['nobody without a certificate', L7, { thief: false, bypass: false, side: false, edge: false }],
  ])('%s', (_, manifests, answers) => {
    const mesh = Mesh.of(manifests);
    const actual = Object.keys(answers).map(question => [question, decide(mesh, QUESTIONS[question]).why.includes('waypoint')]);
    expect(Object.fromEntries(actual)).toEqual(answers);
  });
});

test('DISABLE is refused, since ambient has no such mode', () => {
  const mesh = Mesh.of([...L4, policy('PeerAuthentication', 'shop', 'p', { mtls: { mode: 'DISABLE' } })]);
  expect(() => decide(mesh, QUESTIONS.web)).toThrow('PeerAuthentication for shop/cart: got DISABLE, expected a mode that ambient has');
});

test('aliases of trust domains are for waypoints, not for nodes', () => {
  const principals = { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] };
  const settings = { trustDomain: 'new.example' };
  expect(decide(Mesh.of([...L7, rules('ALLOW', 'shop', at('Service', 'cart'), principals)], settings), QUESTIONS.web).allowed).toBe(true);
  expect(decide(Mesh.of([...L4, rules('ALLOW', 'shop', {}, principals)], settings), QUESTIONS.web).allowed).toBe(false);
});
