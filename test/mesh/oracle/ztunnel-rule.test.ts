import { Action, readAuthorizationPolicy } from './authorization-policy';
import { Facts } from './facts';
import { readIdentity } from './identity';
import { ztunnelMatches } from './ztunnel-rule';

const WEB: Facts = {
  identity: readIdentity('cluster.local/ns/shop/sa/web'), port: 8080, sourceAddress: '10.1.2.3', destinationAddress: '10.9.9.9', http: { method: 'POST', path: '/', host: 'a' },
};

function hits(rule: object, action: Action, facts: Facts = WEB): boolean {
  const policy = readAuthorizationPolicy({ metadata: { name: 'p', namespace: 'shop' }, spec: { action, rules: [rule] } });
  return ztunnelMatches(policy!.rules[0], { action, namespace: 'shop', trustDomains: ['cluster.local', 'old.example'] }, facts);
}

const source = (fields: object) => ({ from: [{ source: fields }] });
const operation = (fields: object) => ({ to: [{ operation: fields }] });
const when = (key: string, ...values: string[]) => ({ when: [{ key, values }] });

/** Each with the answers of ALLOW and of DENY. */
test.each<[sentence: string, rule: object, allow: boolean, deny: boolean]>([
  ['an empty rule', {}, true, true],
  ['a principal', source({ principals: ['cluster.local/ns/shop/sa/web'] }), true, true],
  ['a principal of an alias is another', source({ principals: ['old.example/ns/shop/sa/web'] }), false, false],
  ['any principal', source({ principals: ['*'] }), true, true],
  ['principals by their end', source({ principals: ['*/sa/web'] }), true, true],
  ['a dot is a dot', source({ principals: ['*/sa/w.b'] }), false, false],
  ['all but a principal', source({ notPrincipals: ['cluster.local/ns/shop/sa/web'] }), false, false],
  ['a namespace', source({ namespaces: ['shop'] }), true, true],
  ['namespaces by their beginning', source({ namespaces: ['sh*'] }), true, true],
  ['a star in the middle is only a star', source({ namespaces: ['s*p'] }), false, false],
  ['a service account of the own namespace', source({ serviceAccounts: ['web'] }), true, true],
  ['all but a service account', source({ notServiceAccounts: ['shop/web'] }), false, false],
  ['addresses', source({ ipBlocks: ['10.1.0.0/16'] }), true, true],
  ['all but addresses', source({ notIpBlocks: ['10.1.0.0/16'] }), false, false],
  ['a port', operation({ ports: ['8080'] }), true, true],
  ['all but a port', operation({ notPorts: ['8080'] }), false, false],
  ['sources and ports', { ...source({ namespaces: ['shop'] }), ...operation({ ports: ['8080'] }) }, true, true],
  ['one of two sources', { from: [{ source: { namespaces: ['bank'] } }, { source: { principals: ['*'] } }] }, true, true],
  ['conditions that it knows', { when: [{ key: 'source.principal', values: ['*'] }, { key: 'destination.ip', values: ['10.9.9.9'] }] }, true, true],
  ['a condition of a port', { when: [{ key: 'destination.port', notValues: ['8080'] }] }, false, false],
  ['a condition of a namespace and of an address', { when: [{ key: 'source.namespace', values: ['shop'] }, { key: 'source.ip', values: ['::1'] }] }, false, false],
  ['a method alone denies nothing', operation({ methods: ['POST'] }), false, false],
  ['nor all but a method', operation({ notMethods: ['GET'] }), false, false],
  ['a method from somebody denies nothing', { ...source({ namespaces: ['shop'] }), ...operation({ methods: ['GET'] }) }, false, false],
  ['a method on the port denies the port', operation({ methods: ['GET'], ports: ['8080'] }), false, true],
  ['a method on another port', operation({ methods: ['POST'], ports: ['1'] }), false, false],
  ['a path or the port', { to: [{ operation: { paths: ['/x'] } }, { operation: { ports: ['8080'] } }] }, false, true],
  ['users alone deny nothing', source({ notRequestPrincipals: ['*'] }), false, false],
  ['users from a namespace deny the namespace', source({ requestPrincipals: ['*'], namespaces: ['shop'] }), false, true],
  ['a client behind', source({ remoteIpBlocks: ['::/0'] }), false, false],
  ['a trust domain', source({ trustDomains: ['cluster.local'] }), false, false],
  ['a condition of a service account', when('source.serviceAccount', 'web'), false, false],
  ['a condition of a header with a namespace', { ...source({ namespaces: ['shop'] }), ...when('request.headers[a]', 'b') }, false, false],
  ['a name of a server', when('connection.sni', 'a'), false, false],
  ['what a filter of Envoy noted', when('experimental.envoy.filters.a[b]', 'c'), false, false],
])('%s', (_, rule, allow, deny) => {
  expect([hits(rule, 'ALLOW'), hits(rule, 'DENY')]).toEqual([allow, deny]);
});

test.each<[string, object, boolean]>([
  ['no principal', source({ principals: ['*'] }), false],
  ['but a principal', source({ notPrincipals: ['*'] }), true],
  ['no namespace', source({ namespaces: ['*'] }), false],
  ['but a namespace', source({ notNamespaces: ['shop'] }), true],
  ['no service account', source({ serviceAccounts: ['web'] }), false],
  ['but a service account', source({ notServiceAccounts: ['web'] }), true],
])('who has no certificate is %s', (_, rule, expected) => {
  expect(hits(rule, 'ALLOW', { port: 8080 })).toBe(expected);
});
