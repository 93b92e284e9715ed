import { app, at, from, namespace, policy, ROOT, rules, service, to, workload } from './manifests';
import { Mesh } from './mesh';
import { decide, MeshRequest } from './oracle';

/*
 * A mesh of sidecars: shop and bank are in it, street is not. All answers are stated by hand.
 */
const MANIFESTS = [
  namespace(ROOT), namespace('shop', { 'istio-injection': 'enabled' }), namespace('bank', { 'istio.io/rev': 'stable' }), namespace('street'),
  workload('shop', 'web'),
  workload('shop', 'cart', [{ containerPort: 8080, name: 'api' }, { containerPort: 9090 }, { containerPort: 7000 }]),
  service('shop', 'cart', [{ port: 80, targetPort: 'api', name: 'http' }, { port: 6379, targetPort: 7000, name: 'tcp-redis' }]),
  workload('bank', 'web'), workload('street', 'thief'),
  workload('shop', 'edge', [{ containerPort: 8080 }], { 'gateway.networking.k8s.io/gateway-name': 'edge' }),
];

const GET = { method: 'GET', path: '/items', host: 'cart' };
const POST = { ...GET, method: 'POST' };
const TOKEN = { issuer: 'https://id.example', subject: 'ann' };

/** Short questions: from whom to shop/cart, port 8080, by GET. */
const QUESTIONS: Record<string, MeshRequest> = {
  web: { from: 'shop/web', to: 'shop/cart', port: 8080, http: GET },
  post: { from: 'shop/web', to: 'shop/cart', port: 8080, http: POST },
  bank: { from: 'bank/web', to: 'shop/cart', port: 8080, http: GET },
  thief: { from: 'street/thief', to: 'shop/cart', port: 8080, http: GET },
  stranger: { to: 'shop/cart', port: 8080, http: GET },
  bypass: { from: 'shop/web', plaintext: true, to: 'shop/cart', port: 8080, http: GET },
  foreign: { identity: 'other.example/ns/shop/sa/web', to: 'shop/cart', port: 8080, http: GET },
  redis: { from: 'shop/web', to: 'shop/cart', port: 7000 },
  redisAsHttp: { from: 'shop/web', to: 'shop/cart', port: 7000, http: GET },
  noHttp: { from: 'shop/web', to: 'shop/cart', port: 8080 },
  free: { from: 'shop/web', to: 'shop/cart', port: 9090 },
  freeHttp: { from: 'shop/web', to: 'shop/cart', port: 9090, http: GET },
  ann: { from: 'shop/web', to: 'shop/cart', port: 8080, http: { ...GET, token: TOKEN } },
  forger: { from: 'shop/web', to: 'shop/cart', port: 8080, http: { ...GET, token: { ...TOKEN, broken: true } } },
  toBank: { from: 'shop/web', to: 'bank/web', port: 8080, http: GET },
  toThief: { from: 'shop/web', to: 'street/thief', port: 8080, http: GET },
  toEdge: { to: 'shop/edge', port: 8080, http: GET },
  yes: { from: 'shop/web', to: 'shop/cart', port: 8080, http: GET, consenting: ['opa'] },
};

type Case = [sentence: string, policies: object[], answers: Record<string, string>];

function check(cases: Case[]): void {
  test.each(cases)('%s', (_, policies, answers) => {
    const mesh = Mesh.of([...MANIFESTS, ...policies]);
    const actual = Object.keys(answers).map(question => {
      const { allowed, why } = decide(mesh, QUESTIONS[question]);
      return [question, `${allowed ? 'yes' : 'no'}, ${why}`];
    });
    expect(Object.fromEntries(actual)).toEqual(answers);
  });
}

const free = 'yes, sidecar: no ALLOW';
const none = 'no, sidecar: no ALLOW is for it';
const allow = 'yes, sidecar: ALLOW shop/allow';
const deny = 'no, sidecar: DENY shop/deny';
const strict = 'no, STRICT without mutual TLS';

describe('actions', () => check([
  ['without policies everything is allowed', [], { web: free, thief: free, stranger: free, redis: free }],
  ['a policy without anything allows nothing', [policy('AuthorizationPolicy', 'shop', 'p')], { web: none, redis: none, bank: none, toBank: free }],
  ['an ALLOW without rules allows nothing', [rules('ALLOW', 'shop', {})], { web: none, stranger: none }],
  ['an ALLOW with an empty rule allows everything', [rules('ALLOW', 'shop', {}, {})], { web: allow, stranger: allow, redis: allow }],
  ['an ALLOW is for whom it says', [rules('ALLOW', 'shop', {}, from('web'))], { web: allow, bank: none, thief: none, bypass: none, foreign: allow }],
  ['principals know of trust domains', [rules('ALLOW', 'shop', {}, { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] })],
    { web: allow, foreign: none }],
  ['rules of an ALLOW are either', [rules('ALLOW', 'shop', {}, from('web'), from('bank/web'))], { web: allow, bank: allow, thief: none }],
  ['several ALLOW are either', [rules('ALLOW', 'shop', {}, from('bank/web')), policy('AuthorizationPolicy', 'shop', 'p', { rules: [from('web')] })],
    { web: 'yes, sidecar: ALLOW shop/p', bank: allow, thief: none }],
  ['nothing allowed takes nothing from another ALLOW', [policy('AuthorizationPolicy', ROOT, 'p'), rules('ALLOW', 'shop', {}, from('web'))],
    { web: allow, bank: none, toBank: none, toThief: 'yes, no proxy before the workload' }],
  ['a DENY alone leaves the rest open', [rules('DENY', 'shop', {}, from('web'))], { web: deny, bank: free, thief: free }],
  ['a DENY goes before an ALLOW', [rules('ALLOW', 'shop', {}, {}), rules('DENY', 'shop', {}, to({ methods: ['POST'] }))], { web: allow, post: deny }],
  ['a DENY of all but somebody', [rules('DENY', 'shop', {}, { from: [{ source: { notPrincipals: ['*/sa/web'] } }] })], { web: free, thief: deny, bypass: deny }],
  ['a DENY with an empty rule denies everything', [rules('DENY', 'shop', {}, {})], { web: deny, redis: deny }],
  ['a DENY of the root cannot be overruled', [rules('DENY', ROOT, {}, from('shop/web')), rules('ALLOW', 'shop', {}, {})],
    { web: 'no, sidecar: DENY istio-system/deny', bank: allow }],
  ['AUDIT decides nothing', [rules('AUDIT', 'shop', {}, {})], { web: free, redis: free }],
  ['a dry run decides nothing', [{ ...rules('DENY', 'shop', {}, {}), metadata: { name: 'p', namespace: 'shop', annotations: { 'istio.io/dry-run': 'true' } } }], { web: free }],
]));

describe('external authorization', () => {
  const custom = rules('CUSTOM', 'shop', { provider: { name: 'opa' } }, to({ paths: ['/items'] }));
  const no = 'no, sidecar: CUSTOM shop/custom';
  check([
    ['asks before all others', [custom, rules('DENY', 'shop', {}, {})], { web: no, yes: deny }],
    ['allows nothing itself', [custom, rules('ALLOW', 'shop', {}, from('bank/web'))], { yes: none, web: no }],
    ['asks for what it says', [rules('CUSTOM', 'shop', { provider: { name: 'opa' } }, to({ methods: ['POST'] }))], { web: free, post: no, yes: free }],
    ['passes bytes by', [custom], { redis: free }],
    ['of two providers is refused', [custom, policy('AuthorizationPolicy', 'shop', 'p', { action: 'CUSTOM', provider: { name: 'x' }, rules: [to({ ports: ['1'] })] })], { yes: no }],
  ]);
});

describe('whom a policy is for', () => check([
  ['workloads by labels', [rules('ALLOW', 'shop', app('cart'))], { web: none, toBank: free }],
  ['other labels', [rules('ALLOW', 'shop', app('web'))], { web: free, toBank: free }],
  ['the same labels elsewhere', [rules('ALLOW', 'shop', app('web'))], { toBank: free }],
  ['an empty selector is everyone', [rules('ALLOW', 'shop', { selector: {} })], { web: none }],
  ['every label must be there', [rules('ALLOW', 'shop', { selector: { matchLabels: { app: 'cart', tier: 'x' } } })], { web: free }],
  ['the root namespace is for all', [rules('ALLOW', ROOT, {})], { web: none, toBank: none }],
  ['labels in the root namespace are for all namespaces', [rules('ALLOW', ROOT, app('web'))], { web: free, toBank: none }],
  ['another namespace is for itself', [rules('ALLOW', 'bank', {})], { web: free, toBank: none }],
  ['what names a Service is for waypoints', [rules('ALLOW', 'shop', at('Service', 'cart')), rules('DENY', 'shop', at('Service', 'cart'), {})], { web: free }],
  ['a gateway by its name', [rules('ALLOW', 'shop', at('Gateway', 'edge'))], { toEdge: 'no, gateway: no ALLOW is for it', web: free }],
  ['a gateway by its labels', [rules('DENY', 'shop', app('edge'), {})], { toEdge: 'no, gateway: DENY shop/deny', web: free }],
  ['another gateway', [rules('ALLOW', 'shop', at('Gateway', 'other')), rules('ALLOW', 'bank', at('Gateway', 'edge'))], { toEdge: 'yes, gateway: no ALLOW' }],
]));

describe('ports and protocols', () => check([
  ['a port is the one of the container', [rules('ALLOW', 'shop', {}, to({ ports: ['8080'] }))], { web: allow, freeHttp: none, redis: none }],
  ['and not the one of the Service', [rules('ALLOW', 'shop', {}, to({ ports: ['80'] }))], { web: none }],
  ['HTTP is asked for on its ports', [], { noHttp: 'no, no HTTP on a port of HTTP' }],
  ['on a port of bytes an ALLOW of methods is for nobody', [rules('ALLOW', 'shop', {}, to({ methods: ['GET'] }))], { web: allow, redis: none, redisAsHttp: none, freeHttp: allow, free: none }],
  ['on a port of bytes a DENY of methods is for all', [rules('DENY', 'shop', {}, to({ methods: ['POST'] }))], { web: free, redis: deny, redisAsHttp: deny, freeHttp: free, free: deny }],
  ['unless it names its port', [rules('DENY', 'shop', {}, to({ methods: ['POST'], ports: ['8080'] }))], { web: free, post: deny, redis: free, free: free }],
]));

describe('mutual TLS', () => check([
  ['STRICT refuses who has none', [policy('PeerAuthentication', ROOT, 'p', { mtls: { mode: 'STRICT' } })],
    { web: free, thief: strict, stranger: strict, bypass: strict, foreign: free, toThief: 'yes, no proxy before the workload' }],
  ['and so no policy lets them in', [policy('PeerAuthentication', ROOT, 'p', { mtls: { mode: 'STRICT' } }), rules('ALLOW', 'shop', {}, {})], { thief: strict, web: allow }],
  ['STRICT elsewhere', [policy('PeerAuthentication', 'bank', 'p', { mtls: { mode: 'STRICT' } })], { thief: free }],
  ['PERMISSIVE gives nobody an identity', [rules('ALLOW', 'shop', {}, { from: [{ source: { principals: ['*'] } }] })], { web: allow, thief: none, bypass: none }],
  ['a port may be open', [policy('PeerAuthentication', 'shop', 'p', { ...app('cart'), mtls: { mode: 'STRICT' }, portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } })],
    { thief: free, web: free }],
  ['by the number of the container', [policy('PeerAuthentication', 'shop', 'p', { ...app('cart'), mtls: { mode: 'STRICT' }, portLevelMtls: { 80: { mode: 'PERMISSIVE' } } })],
    { thief: strict }],
  ['DISABLE takes every identity', [policy('PeerAuthentication', 'shop', 'p', { mtls: { mode: 'DISABLE' } }), rules('ALLOW', 'shop', {}, from('web'))], { web: none }],
  ['a gateway has strangers as guests', [policy('PeerAuthentication', ROOT, 'p', { mtls: { mode: 'STRICT' } })], { toEdge: 'yes, gateway: no ALLOW' }],
]));

describe('tokens', () => {
  const jwt = policy('RequestAuthentication', 'shop', 'p', { ...app('cart'), jwtRules: [{ issuer: 'https://id.example' }] });
  const users = { from: [{ source: { requestPrincipals: ['https://id.example/*'] } }] };
  check([
    ['a missing token is let through', [jwt], { web: free, ann: free, forger: 'no, sidecar: token of https://id.example that does not hold' }],
    ['unless a policy asks for one', [jwt, rules('ALLOW', 'shop', {}, users)], { web: none, ann: allow }],
    ['a policy that asks where nobody looks is for nobody', [rules('ALLOW', 'shop', {}, users)], { web: none, ann: none }],
    ['a DENY of those without', [jwt, rules('DENY', 'shop', {}, { from: [{ source: { notRequestPrincipals: ['*'] } }] })], { web: deny, ann: free, redis: deny }],
    ['a token is no certificate', [jwt, rules('ALLOW', 'shop', {}, from('ann'))], { ann: none }],
    ['elsewhere nobody looks', [policy('RequestAuthentication', 'bank', 'p', { jwtRules: [{ issuer: 'x' }] })], { forger: free }],
    ['the root namespace looks everywhere', [policy('RequestAuthentication', ROOT, 'p', { jwtRules: [{ issuer: 'x' }] })],
      { ann: 'no, sidecar: token of https://id.example, whom no RequestAuthentication knows' }],
  ]);
});

test('a provider that speaks gRPC is asked for all of a port of bytes', () => {
  const custom = rules('CUSTOM', 'shop', { provider: { name: 'opa' } }, to({ paths: ['/other'] }));
  const mesh = Mesh.of([...MANIFESTS, custom], { grpcProviders: ['opa'] });
  expect(['redis', 'web'].map(question => decide(mesh, QUESTIONS[question]).why)).toEqual(['sidecar: CUSTOM shop/custom', 'sidecar: no ALLOW']);
});

test('trust domains and the root namespace are those of the mesh', () => {
  const policies = [policy('AuthorizationPolicy', 'mesh', 'p', { rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] }] })];
  const mesh = Mesh.of([...MANIFESTS, ...policies], { rootNamespace: 'mesh', trustDomain: 'new.example', trustDomainAliases: ['other.example'] });
  expect(['web', 'foreign', 'bank'].map(question => decide(mesh, QUESTIONS[question]).allowed)).toEqual([true, true, false]);
});
