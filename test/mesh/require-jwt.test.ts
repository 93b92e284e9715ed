import { Chart } from 'cdk8s';
import { mesh, meshObjects, MeshedShop, shopOf, spec } from './meshed';
import { Mesh } from './oracle/mesh';
import { decide, MeshRequest } from './oracle/oracle';
import { AppProtocol } from '../../src/kube/port';
import { IstioDataPlane } from '../../src/mesh/istio-data-plane';
import { RequireJwt, RequireJwtProps } from '../../src/mesh/require-jwt';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { External } from '../../src/network/external';
import { Monitoring, Pods } from '../../src/network/pods';
import { findings, manifest, stockChart, workload } from '../network/shop';

const ISSUER = 'https://id.example.com';
const TOKENS = { issuer: ISSUER, jwksUri: 'https://id.example.com/keys', audiences: ['shop'] };
const SIDECAR = { dataPlane: IstioDataPlane.SIDECAR };

function shopWithTokens(props: Partial<RequireJwtProps> = {}): MeshedShop {
  const made = shopOf();
  made.web.connections.allowTo(made.cart);
  new RequireJwt(made.chart, 'tokens', { workload: made.cart, ...TOKENS, ...props });
  return made;
}

test('with sidecars the workload knows good tokens, and asks for one', () => {
  const { chart } = shopWithTokens();
  mesh(chart, SIDECAR);
  const selector = { matchLabels: { 'app.kubernetes.io/instance': 'cart' } };
  expect(spec(chart, 'RequestAuthentication', 'cart')).toEqual({
    jwtRules: [{ audiences: ['shop'], issuer: ISSUER, jwksUri: 'https://id.example.com/keys' }], selector,
  });
  expect(spec(chart, 'AuthorizationPolicy', 'cart')).toEqual({
    action: 'ALLOW',
    rules: [{ from: [{ source: { requestPrincipals: [`${ISSUER}/*`], serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['7070'] } }] }],
    selector,
  });
});

test('in ambient mode a waypoint does, which the tokens bring with them', () => {
  const { chart } = shopWithTokens();
  mesh(chart);
  const targetRefs = [{ group: '', kind: 'Service', name: 'cart' }];
  expect(spec(chart, 'RequestAuthentication', 'cart')).toEqual({
    jwtRules: [{ audiences: ['shop'], issuer: ISSUER, jwksUri: 'https://id.example.com/keys' }], targetRefs,
  });
  expect(spec(chart, 'AuthorizationPolicy', 'cart.waypoint')).toEqual({
    action: 'ALLOW',
    rules: [{ from: [{ source: { requestPrincipals: [`${ISSUER}/*`], serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['70'] } }] }],
    targetRefs,
  });
  expect(spec(chart, 'AuthorizationPolicy', 'cart').rules).toEqual([
    { from: [{ source: { serviceAccounts: ['shop/waypoint'] } }], to: [{ operation: { ports: ['7070'] } }] },
  ]);
  expect(manifest(chart, 'Service', 'cart').metadata.labels['istio.io/use-waypoint']).toBe('waypoint');
});

test('tokens of several issuers on one port are each good, and audiences have an order', () => {
  const { chart, cart } = shopWithTokens({ audiences: ['web', 'shop', 'web'] });
  new RequireJwt(chart, 'others', { workload: cart, issuer: 'a-team', jwksUri: 'https://keys.example.org/a', audiences: ['shop'], forwardOriginalToken: true });
  mesh(chart, SIDECAR);
  expect(spec(chart, 'RequestAuthentication', 'cart').jwtRules).toEqual([
    { audiences: ['shop'], forwardOriginalToken: true, issuer: 'a-team', jwksUri: 'https://keys.example.org/a' },
    { audiences: ['shop', 'web'], issuer: ISSUER, jwksUri: 'https://id.example.com/keys' },
  ]);
  expect(spec(chart, 'AuthorizationPolicy', 'cart').rules[0].from).toEqual([
    { source: { requestPrincipals: ['a-team/*', `${ISSUER}/*`], serviceAccounts: ['shop/web'] } },
  ]);
});

test('the same tokens on two ports are one rule, and a third port asks for none', () => {
  const { chart, namespace, web } = shopOf();
  const api = workload(namespace, 'api', { ports: [{ number: 8080 }, { number: 8081 }, { number: 9090 }] });
  for (const port of [8080, 8081, 9090]) { web.connections.allowTo(api, { port }); }
  for (const port of [8080, 8081]) { new RequireJwt(api, `tokens-${port}`, { workload: api, port, ...TOKENS }); }
  mesh(chart, SIDECAR);
  expect(spec(chart, 'RequestAuthentication', 'api').jwtRules).toHaveLength(1);
  expect(spec(chart, 'AuthorizationPolicy', 'api').rules).toEqual([
    { from: [{ source: { requestPrincipals: [`${ISSUER}/*`], serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['8080', '8081'] } }] },
    { from: [{ source: { serviceAccounts: ['shop/web'] } }], to: [{ operation: { ports: ['9090'] } }] },
  ]);
});

test('while the mesh takes plaintext too, nobody is asked for a token', () => {
  const { chart, web, cart } = shopOf({ asOf: '2030-01-01' });
  web.connections.allowTo(cart);
  new RequireJwt(chart, 'tokens', { workload: cart, ...TOKENS });
  mesh(chart, { ...SIDECAR, waivers: [{ rule: 'mesh-mtls-strict', reason: 'the shop joins', expires: '2030-02-01' }] });
  expect(meshObjects(chart).filter(name => /RequestAuthentication|AuthorizationPolicy/.test(name))).toEqual([]);
});

const token = { issuer: ISSUER, subject: 'ann', audiences: ['shop'] };
const http = { method: 'POST', path: '/shop.Cart/GetCart', host: 'cart' };
const QUESTIONS: Record<string, MeshRequest> = {
  'a good token of a caller': { from: 'shop/web', to: 'shop/cart', port: 7070, http: { ...http, token } },
  'no token': { from: 'shop/web', to: 'shop/cart', port: 7070, http },
  'a broken one': { from: 'shop/web', to: 'shop/cart', port: 7070, http: { ...http, token: { ...token, broken: true } } },
  'one for another audience': { from: 'shop/web', to: 'shop/cart', port: 7070, http: { ...http, token: { ...token, audiences: ['bank'] } } },
  'one for nobody': { from: 'shop/web', to: 'shop/cart', port: 7070, http: { ...http, token: { issuer: ISSUER, subject: 'ann' } } },
  'one of another issuer': { from: 'shop/web', to: 'shop/cart', port: 7070, http: { ...http, token: { ...token, issuer: 'https://id.example.org' } } },
  'one without subject': { from: 'shop/web', to: 'shop/cart', port: 7070, http: { ...http, token: { ...token, subject: undefined } } },
  'a good token of a stranger': { from: 'shop/store', to: 'shop/cart', port: 7070, http: { ...http, token } },
  'a good token without a certificate': { from: 'shop/web', plaintext: true, to: 'shop/cart', port: 7070, http: { ...http, token } },
  'a good token past the Service': { from: 'shop/web', to: 'shop/cart', port: 7070, direct: true, http: { ...http, token } },
};

test.each([
  ['sidecars', SIDECAR, ['a good token of a caller', 'a good token past the Service']],
  ['a waypoint', {}, ['a good token of a caller']],
] as const)('before %s nothing but a good token of a declared caller is let in', (_, props, allowed) => {
  const { chart } = shopWithTokens();
  mesh(chart, props);
  const oracle = Mesh.of(chart.toJson());
  expect(Object.keys(QUESTIONS).filter(question => decide(oracle, QUESTIONS[question]).allowed)).toEqual(allowed);
});

test('in ambient mode nobody can show a token who goes past the waypoint', () => {
  const { chart, cart } = shopWithTokens();
  cart.connections.allowFrom(Monitoring.pods('monitoring', { app: 'prometheus' }, { serviceAccount: 'prometheus' }));
  mesh(chart);
  expect(findings(chart)).toEqual([expect.stringContaining('nothing reads the token of monitoring in monitoring on port 7070 of "cart"')]);
});

test.each([
  ['without a mesh', () => {}],
  ['with a mesh of another namespace', (chart: Chart) => { new SecureNamespace(chart, 'bank'); mesh(chart, { namespaces: ['bank'] }); }],
])('an app %s cannot ask for tokens', (_, more) => {
  const { chart } = shopWithTokens();
  more(chart);
  expect(() => chart.toJson()).toThrow(
    'nothing asks for the tokens of "cart": expected an IstioMtlsMesh in the app, of which namespace "shop" is part; make the mesh part of the app, or take this out of it');
});

const make = (props: Partial<RequireJwtProps>) => () => shopWithTokens(props);

test.each<[sentence: string, props: Partial<RequireJwtProps>, error: string]>([
  ['keys over http', { jwksUri: 'http://id.example.com/keys' }, 'jwksUri of tokens: got "http://id.example.com/keys", expected an address that begins with https://; copy it from the field jwks_uri of its openid-configuration'],
  ['no address', { jwksUri: 'id.example.com/keys' }, 'jwksUri of tokens: got "id.example.com/keys"'],
  ['a user in it', { jwksUri: 'https://ann@id.example.com/keys' }, 'jwksUri of tokens holds a user, a password or a fragment: expected an address that anybody may read; leave it out'],
  ['keys of the metadata service', { jwksUri: 'https://169.254.169.254/keys' }, 'host of the jwksUri of tokens: got "169.254.169.254", expected the full name of a host'],
  ['the same in one number', { jwksUri: 'https://2852039166/keys' }, 'host of the jwksUri of tokens: got "169.254.169.254"'],
  ['the same in IPv6', { jwksUri: 'https://[fd00:ec2::254]/keys' }, 'host of the jwksUri of tokens: got "[fd00:ec2::254]"'],
  ['the same by its name', { jwksUri: 'https://metadata.google.internal/keys' }, 'host of the jwksUri of tokens: got "metadata.google.internal"'],
  ['the same with a dot behind', { jwksUri: 'https://metadata.google.internal./keys' }, 'host of the jwksUri of tokens: got "metadata.google.internal."'],
  ['the host itself', { jwksUri: 'https://keys.localhost/' }, 'host of the jwksUri of tokens: got "keys.localhost"'],
  ['a name without dot', { jwksUri: 'https://keycloak/keys' }, 'host of the jwksUri of tokens: got "keycloak"'],
  ['an issuer with a star', { issuer: 'https://*' }, 'issuer of tokens: got "https://*", expected the claim iss, without star and blank'],
  ['no issuer', { issuer: '' }, 'issuer of tokens: got ""'],
  ['any audience', { audiences: [] }, 'audiences of tokens: got [], expected one name or more, without star and blank'],
  ['a star as audience', { audiences: ['shop', '*'] }, 'audiences of tokens: got "*"'],
  ['an empty audience', { audiences: [''] }, 'audiences of tokens: got ""'],
  ['a text for a list', { audiences: 'shop' as any }, 'audiences of tokens: got "shop", expected a list'],
  ['a port that nobody has', { port: 7071 }, 'tokens for "cart" need one port where a mesh can read them: got 7071, expected 7070; name the port, or say what is spoken on it'],
  ['addresses', { workload: External.cidr('203.0.113.0/24') }, 'tokens are asked for by external 203.0.113.0/24: expected a workload of this app'],
  ['pods of others', { workload: Pods.inNamespace('bank', { app: 'x' }) }, 'tokens are asked for by pods in bank: expected a workload of this app'],
])('%s is refused', (_, props, error) => {
  expect(make(props)).toThrow(error);
});

test('a port on which no HTTP is spoken is refused, and so is one of several', () => {
  const { chart, namespace, store } = shopOf();
  expect(() => new RequireJwt(chart, 'a', { workload: store, ...TOKENS })).toThrow(
    'tokens for "store" need one port where a mesh can read them: got undefined, expected a port with appProtocol http or kubernetes.io/h2c or grpc or kubernetes.io/ws');
  expect(() => new RequireJwt(chart, 'b', { workload: store, port: 6379, ...TOKENS })).toThrow('got {"port":6379,"appProtocol":"redis"}');
  const two = workload(namespace, 'two', { ports: [{ number: 8080 }, { number: 8081 }, { number: 9090, appProtocol: AppProtocol.TLS }] });
  expect(() => new RequireJwt(chart, 'c', { workload: two, ...TOKENS })).toThrow('tokens for "two" need one port where a mesh can read them: got undefined, expected 8080 or 8081');
});

test('a workload of another app is refused', () => {
  const { cart } = shopOf();
  expect(() => new RequireJwt(stockChart(), 'tokens', { workload: cart, ...TOKENS })).toThrow('tokens are asked for by cart: expected a workload of this app; pass the workload as workload, in the app that makes it');
});
