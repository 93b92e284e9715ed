import { Action, readAuthorizationPolicy } from './authorization-policy';
import { envoyMatches } from './envoy-rule';
import { Facts } from './facts';
import { readIdentity } from './identity';

const WEB: Facts = {
  identity: readIdentity('cluster.local/ns/shop/sa/web'),
  port: 8080,
  sourceAddress: '10.1.2.3',
  remoteAddress: '203.0.113.7',
  destinationAddress: '10.9.9.9',
  sni: 'cart.shop',
  http: { method: 'GET', path: '/cart/items?all=1', host: 'Cart.example.com', headers: { 'X-Team': 'a' } },
  claims: { iss: 'https://id.example/v1', sub: 'ann', aud: ['shop', 'bank'], azp: 'app', group: ['x', 'y'], plan: 'gold', deep: { role: ['admin'] }, age: 7 },
};
const NOBODY: Facts = { port: 8080, http: { method: 'GET', path: '/', host: 'cart' } };
const BYTES: Facts = { ...WEB, http: undefined, claims: undefined };

function hits(rule: object, facts: Facts, action: Action = 'ALLOW', trustDomains = ['cluster.local']): boolean {
  const policy = readAuthorizationPolicy({ metadata: { name: 'p', namespace: 'shop' }, spec: { action, rules: [rule] } });
  return envoyMatches(policy!.rules[0], { action, namespace: 'shop', trustDomains }, facts);
}

const source = (fields: object) => ({ from: [{ source: fields }] });
const operation = (fields: object) => ({ to: [{ operation: fields }] });
const when = (key: string, ...values: string[]) => ({ when: [{ key, values }] });
const unless = (key: string, ...notValues: string[]) => ({ when: [{ key, notValues }] });

/** Each with the answer for a known workload, and for somebody with no certificate, no token and nothing else. */
test.each<[sentence: string, rule: object, web: boolean, nobody: boolean]>([
  ['an empty rule is for everyone', {}, true, true],
  ['a principal', source({ principals: ['cluster.local/ns/shop/sa/web'] }), true, false],
  ['another principal', source({ principals: ['cluster.local/ns/shop/sa/db'] }), false, false],
  ['a part of a principal', source({ principals: ['cluster.local/ns/shop/sa/we'] }), false, false],
  ['any principal', source({ principals: ['*'] }), true, false],
  ['principals of a namespace', source({ principals: ['cluster.local/ns/shop/*'] }), true, false],
  ['principals by their end', source({ principals: ['*/sa/web'] }), true, false],
  ['one of several principals', source({ principals: ['x/ns/a/sa/b', 'cluster.local/ns/shop/sa/web'] }), true, false],
  ['all but a principal, nobody among them', source({ notPrincipals: ['cluster.local/ns/shop/sa/web'] }), false, true],
  ['all but those with a principal', source({ notPrincipals: ['*'] }), false, true],
  ['a list and its exception', source({ principals: ['*'], notPrincipals: ['*/sa/web'] }), false, false],
  ['a namespace', source({ namespaces: ['shop'] }), true, false],
  ['namespaces by their beginning', source({ namespaces: ['sh*'] }), true, false],
  ['namespaces by their middle', source({ namespaces: ['s*p'] }), true, false],
  ['any namespace', source({ namespaces: ['*'] }), true, false],
  ['a part of a namespace', source({ namespaces: ['sho'] }), false, false],
  ['all but a namespace', source({ notNamespaces: ['shop'] }), false, true],
  ['a service account of the own namespace', source({ serviceAccounts: ['web'] }), true, false],
  ['a service account with its namespace', source({ serviceAccounts: ['shop/web'] }), true, false],
  ['the same service account elsewhere', source({ serviceAccounts: ['bank/web'] }), false, false],
  ['all but a service account', source({ notServiceAccounts: ['web'] }), false, true],
  ['a trust domain', source({ trustDomains: ['cluster.local'] }), true, false],
  ['trust domains by their end', source({ trustDomains: ['*.local'] }), true, false],
  ['another trust domain', source({ trustDomains: ['old.example'] }), false, false],
  ['all but a trust domain', source({ notTrustDomains: ['cluster.local'] }), false, true],
  ['fields of a source must all agree', source({ principals: ['*'], namespaces: ['bank'] }), false, false],
  ['sources are either', { from: [{ source: { namespaces: ['bank'] } }, { source: { principals: ['*'] } }] }, true, false],
  ['a port', operation({ ports: ['8080'] }), true, true],
  ['another port', operation({ ports: ['80', '808'] }), false, false],
  ['all but a port', operation({ notPorts: ['8080'] }), false, false],
  ['a method', operation({ methods: ['GET', 'HEAD'] }), true, true],
  ['a method in lower case', operation({ methods: ['get'] }), false, false],
  ['all but a method', operation({ notMethods: ['POST'] }), true, true],
  ['a path without its query', operation({ paths: ['/cart/items'] }), true, false],
  ['a path by template', operation({ paths: ['/{*}/items'] }), true, false],
  ['a path by another template', operation({ paths: ['/{*}'] }), false, false],
  ['all but a path', operation({ notPaths: ['/cart/*'] }), false, true],
  ['a host, whatever its case', operation({ hosts: ['cart.EXAMPLE.com'] }), true, false],
  ['hosts by their end', operation({ hosts: ['*.example.com'] }), true, false],
  ['a host says its port', operation({ hosts: ['cart.example.com:8080'] }), false, false],
  ['all but a host', operation({ notHosts: ['cart'] }), true, false],
  ['fields of an operation must all agree', operation({ ports: ['8080'], methods: ['POST'] }), false, false],
  ['operations are either', { to: [{ operation: { ports: ['1'] } }, { operation: { methods: ['GET'] } }] }, true, true],
  ['source and operation must agree', { ...source({ principals: ['*'] }), ...operation({ ports: ['1'] }) }, false, false],
  ['source, operation and condition agree', { ...source({ principals: ['*'] }), ...operation({ ports: ['8080'] }), ...when('request.headers[x-team]', 'a') }, true, false],
  ['conditions must all agree', { when: [{ key: 'source.namespace', values: ['shop'] }, { key: 'destination.port', values: ['1'] }] }, false, false],
  ['a condition of a principal', when('source.principal', 'cluster.local/ns/shop/sa/web'), true, false],
  ['a condition of a namespace', when('source.namespace', 'shop'), true, false],
  ['a condition of a service account', when('source.serviceAccount', 'web'), true, false],
  ['a condition of a port', when('destination.port', '8080'), true, true],
  ['a condition against a port', unless('destination.port', '8080'), false, false],
  ['a header', when('request.headers[X-TEAM]', 'a', 'b'), true, false],
  ['any header of a name', when('request.headers[x-team]', '*'), true, false],
  ['without a header of a name', unless('request.headers[x-team]', '*'), false, true],
  ['a name of a server', when('connection.sni', '*.shop'), true, false],
  ['any user', source({ requestPrincipals: ['*'] }), true, false],
  ['a user', source({ requestPrincipals: ['https://id.example/v1/ann'] }), true, false],
  ['any user of an issuer', source({ requestPrincipals: ['https://id.example/v1/*'] }), true, false],
  ['any user of half an issuer', source({ requestPrincipals: ['https://id.example/*'] }), false, false],
  ['users by the beginning of an issuer, without slash behind', source({ requestPrincipals: ['https:*'] }), true, false],
  ['users by the beginning of their name', source({ requestPrincipals: ['https://id.example/v1/a*'] }), true, false],
  ['a user of any issuer', source({ requestPrincipals: ['*/ann'] }), true, false],
  ['a user by the end of an issuer', source({ requestPrincipals: ['*/v1/ann'] }), true, false],
  ['users by the end of their name', source({ requestPrincipals: ['*nn'] }), true, false],
  ['a star for each half is one for the issuer only', source({ requestPrincipals: ['*/*'] }), false, false],
  ['all but users', source({ notRequestPrincipals: ['*'] }), false, true],
  ['a condition of a user', when('request.auth.principal', '*/ann'), true, false],
  ['an audience', when('request.auth.audiences', 'bank'), true, false],
  ['another audience', when('request.auth.audiences', 'ban'), false, false],
  ['a presenter', when('request.auth.presenter', 'app'), true, false],
  ['a claim in a list', when('request.auth.claims[group]', 'y'), true, false],
  ['a claim as text', when('request.auth.claims[plan]', 'g*'), true, false],
  ['a claim in a claim', when('request.auth.claims[deep][role]', 'admin'), true, false],
  ['a claim in nothing', when('request.auth.claims[plan][role]', 'admin'), false, false],
  ['a claim that is a number', when('request.auth.claims[age]', '7'), false, false],
  ['without a claim', unless('request.auth.claims[group]', 'x'), false, true],
])('%s', (_, rule, web, nobody) => {
  expect([hits(rule, WEB), hits(rule, NOBODY)]).toEqual([web, nobody]);
});

test.each<[string, object, boolean]>([
  ['the sender', source({ ipBlocks: ['10.0.0.0/8'] }), true],
  ['one address', source({ ipBlocks: ['10.1.2.3'] }), true],
  ['not the client behind', source({ ipBlocks: ['203.0.113.0/24'] }), false],
  ['all but the sender', source({ notIpBlocks: ['10.1.2.0/24'] }), false],
  ['the client behind', source({ remoteIpBlocks: ['203.0.113.0/24'] }), true],
  ['not the sender before', source({ remoteIpBlocks: ['10.0.0.0/8'] }), false],
  ['all but the client behind', source({ notRemoteIpBlocks: ['203.0.113.7'] }), false],
  ['a condition of the sender', when('source.ip', '10.1.2.3/32'), true],
  ['a condition of the client', when('remote.ip', '203.0.113.7'), true],
  ['a condition of the receiver', when('destination.ip', '10.9.0.0/16'), true],
  ['IPv6 is no part of IPv4', source({ ipBlocks: ['::/0'] }), false],
])('addresses: %s', (_, rule, expected) => {
  expect(hits(rule, WEB)).toBe(expected);
});

test('the client is the sender where nothing else is known, and an address that nobody said has no answer', () => {
  expect(hits(source({ remoteIpBlocks: ['10.0.0.0/8'] }), { ...WEB, remoteAddress: undefined })).toBe(true);
  expect(() => hits(when('destination.ip', '10.9.9.9'), NOBODY)).toThrow('destination.ip of the request: got none, expected an address');
  expect(() => hits(source({ ipBlocks: ['::1'] }), NOBODY)).toThrow('source.ip of the request: got none');
});

/** Each with the answers of ALLOW and of DENY where only bytes are seen. */
test.each<[sentence: string, rule: object, allow: boolean, deny: boolean]>([
  ['what asks for no HTTP is asked', source({ namespaces: ['shop'] }), true, true],
  ['and may say no', source({ namespaces: ['bank'] }), false, false],
  ['a method', operation({ methods: ['POST'] }), false, true],
  ['all but a method', operation({ notMethods: ['GET'] }), false, true],
  ['a method on the port', operation({ methods: ['POST'], ports: ['8080'] }), false, true],
  ['a method on another port', operation({ methods: ['POST'], ports: ['1'] }), false, false],
  ['a host or a path', { to: [{ operation: { hosts: ['a'] } }, { operation: { paths: ['/a'] } }] }, false, true],
  ['one operation of two asks for HTTP', { to: [{ operation: { ports: ['8080'] } }, { operation: { paths: ['/a'], ports: ['1'] } }] }, false, true],
  ['one source of two asks for HTTP', { from: [{ source: { namespaces: ['shop'] } }, { source: { requestPrincipals: ['*'] } }] }, false, true],
  ['a user from another namespace', source({ requestPrincipals: ['*'], namespaces: ['bank'] }), false, false],
  ['a header', when('request.headers[x]', 'a'), false, true],
  ['a claim', when('request.auth.claims[x]', 'a'), false, true],
  ['an audience', when('request.auth.audiences', 'a'), false, true],
  ['a client behind is no HTTP', source({ remoteIpBlocks: ['203.0.113.7'] }), true, true],
  ['what a filter of Envoy noted, of which nothing is known', when('experimental.envoy.filters.a[b]', 'c'), false, false],
  ['all but what a filter of Envoy noted', unless('experimental.envoy.filters.a[b]', 'c'), true, true],
  ['a name of a server is no HTTP', when('connection.sni', 'cart.shop'), true, true],
])('bytes: %s', (_, rule, allow, deny) => {
  expect([hits(rule, BYTES, 'ALLOW'), hits(rule, BYTES, 'DENY'), hits(rule, BYTES, 'AUDIT')]).toEqual([allow, deny, deny]);
});

test.each<[string, string, boolean]>([
  ['cluster.local/ns/shop/sa/web', 'new.example/ns/shop/sa/web', true],
  ['cluster.local/ns/shop/sa/web', 'old.example/ns/shop/sa/web', true],
  ['old.example/ns/shop/sa/web', 'new.example/ns/shop/sa/web', true],
  ['cluster.local/ns/shop/sa/web', 'cluster.local/ns/shop/sa/web', false],
  ['other.example/ns/shop/sa/web', 'new.example/ns/shop/sa/web', false],
  ['cluster.local/ns/shop/*', 'new.example/ns/shop/sa/web', false],
])('with aliases the principal %s is %s: %s', (principal, identity, expected) => {
  const facts = { ...NOBODY, identity: readIdentity(identity) };
  expect(hits(source({ principals: [principal] }), facts, 'ALLOW', ['new.example', 'old.example'])).toBe(expected);
  expect(hits(source({ notPrincipals: [principal] }), facts, 'ALLOW', ['new.example', 'old.example'])).toBe(!expected);
});

test('aliases are one trust domain', () => {
  const old = { ...NOBODY, identity: readIdentity('old.example/ns/shop/sa/web') };
  expect(hits(source({ trustDomains: ['new.example'] }), old, 'ALLOW', ['new.example', 'old.example'])).toBe(true);
  expect(hits(source({ trustDomains: ['new.example'] }), old)).toBe(false);
});

test('a dot of a principal is a dot', () => {
  expect(hits(source({ principals: ['*/sa/w.b'] }), WEB)).toBe(false);
  expect(hits(source({ principals: ['cluster.local/ns/shop/sa/w.b'] }), WEB)).toBe(false);
});
