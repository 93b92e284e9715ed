import { readAuthorizationPolicy } from './authorization-policy';

const read = (spec: object, annotations = {}) => readAuthorizationPolicy({ metadata: { name: 'p', namespace: 'n', annotations }, spec });
const source = (fields: object) => ({ rules: [{ from: [{ source: fields }] }] });
const operation = (fields: object) => ({ rules: [{ to: [{ operation: fields }] }] });
const when = (key: string, values: any = ['a'], more = {}) => ({ rules: [{ when: [{ key, values, ...more }] }] });

test('an empty policy allows, and has no rule', () => {
  expect(read({})).toEqual({ namespace: 'n', name: 'p', action: 'ALLOW', provider: undefined, rules: [], targetRefs: [] });
});

test('fields become requirements of the attributes that they are about', () => {
  const rule = {
    from: [{ source: { namespaces: ['a'], notPrincipals: ['b'] } }, { source: { remoteIpBlocks: ['10.0.0.0/8'] } }],
    to: [{ operation: { methods: ['GET'], notPaths: ['/x'] } }],
    when: [{ key: 'request.auth.claims[a][b]', values: ['c'], notValues: ['d'] }],
  };
  expect(read({ selector: { matchLabels: { app: 'web' } }, action: 'DENY', rules: [rule] })).toEqual({
    namespace: 'n',
    name: 'p',
    action: 'DENY',
    provider: undefined,
    matchLabels: { app: 'web' },
    targetRefs: [],
    rules: [{
      from: [
        [{ key: 'source.principal', values: [], notValues: ['b'] }, { key: 'source.namespace', values: ['a'], notValues: [] }],
        [{ key: 'remote.ip', values: ['10.0.0.0/8'], notValues: [] }],
      ],
      to: [[{ key: 'methods', values: ['GET'], notValues: [] }, { key: 'paths', values: [], notValues: ['/x'] }]],
      when: [{ key: 'request.auth.claims[a][b]', values: ['c'], notValues: ['d'] }],
    }],
  });
});

test.each([['true', true], ['1', true], ['T', true], ['false', false], ['0', false], ['F', false]])('the annotation "%s" makes a dry run: %s', (value, dry) => {
  expect(read({}, { 'istio.io/dry-run': value }) === undefined).toBe(dry);
});

test.each([['yes', 'ALLOW'], ['', 'ALLOW'], ['true', 'AUDIT'], ['false', 'AUDIT']])('the annotation "%s" is refused for %s', (value, action) => {
  expect(() => read({ action, rules: [{}] }, { 'istio.io/dry-run': value })).toThrow(`istio.io/dry-run of AuthorizationPolicy n/p: got "${value}"`);
});

test('a condition about what a filter of Envoy noted is read', () => {
  const about = [{ key: 'experimental.envoy.filters.a.b[c]', values: ['d'] }];
  expect(read({ rules: [{ when: about }] })?.rules[0].when).toEqual([{ key: 'experimental.envoy.filters.a.b[c]', values: ['d'], notValues: [] }]);
});

test('a dry run is read as strictly as any other', () => {
  expect(() => read({ action: 'DENY' }, { 'istio.io/dry-run': 'true' })).toThrow('rules of DENY of AuthorizationPolicy n/p: got undefined');
});

test.each([
  ['a misspelt field', { rule: [] }],
  ['an action in lower case', { action: 'allow' }],
  ['DENY without rules', { action: 'DENY' }],
  ['CUSTOM without rules', { action: 'CUSTOM', provider: { name: 'opa' } }],
  ['CUSTOM without provider', { action: 'CUSTOM', rules: [{}] }],
  ['a provider without CUSTOM', { provider: { name: 'opa' }, rules: [{}] }],
  ['a provider without CUSTOM and without a name', { provider: { name: '' }, rules: [{}] }],
  ['CUSTOM by namespace', { action: 'CUSTOM', provider: { name: 'opa' }, ...source({ namespaces: ['a'] }) }],
  ['CUSTOM by claim', { action: 'CUSTOM', provider: { name: 'opa' }, ...when('request.auth.claims[a]') }],
  ['a rule that is null', { rules: [null] }],
  ['an empty from', { rules: [{ from: [] }] }],
  ['an empty to', { rules: [{ to: [] }] }],
  ['a from without source', { rules: [{ from: [{}] }] }],
  ['an empty source', source({})],
  ['a source of empty lists', source({ principals: [] })],
  ['an operation of empty lists', operation({ ports: [] })],
  ['a source in an operation', operation({ principals: ['a'] })],
  ['an empty value', source({ principals: [''] })],
  ['a value that is no text', operation({ ports: [80] })],
  ['a value alone', operation({ methods: 'GET' })],
  ['a port beyond the last', operation({ ports: ['65536'] })],
  ['a range of ports', operation({ ports: ['80-90'] })],
  ['a wildcard of ports', operation({ ports: ['*'] })],
  ['a port that is none, as a condition', when('destination.port', ['http'])],
  ['service accounts with principals', source({ serviceAccounts: ['a'], principals: ['b'] })],
  ['service accounts with notNamespaces', source({ serviceAccounts: ['a'], notNamespaces: ['b'] })],
  ['a wildcard of service accounts', source({ serviceAccounts: ['shop/*'] })],
  ['a service account in three parts', source({ serviceAccounts: ['a/b/c'] })],
  ['a service account without its namespace', source({ serviceAccounts: ['/b'] })],
  ['seventeen service accounts', source({ serviceAccounts: Array.from({ length: 17 }, (_, i) => `a${i}`) })],
  ['a trust domain with a path', source({ trustDomains: ['a/b'] })],
  ['a template with a name', operation({ paths: ['/{name}/{*}'] })],
  ['an unknown attribute', when('source.labels')],
  ['a header without name', when('request.headers')],
  ['a header with an empty name', when('request.headers[]')],
  ['a claim without name', when('request.auth.claims')],
  ['an attribute that a selector is for', when('destination.namespace')],
  ['a condition without values', when('source.ip', [])],
  ['a condition with a field too many', when('source.namespace', ['a'], { negate: true })],
  ['a selector with targetRefs', { selector: {}, targetRefs: [{ kind: 'Service', name: 'a' }] }],
  ['a selector by expressions', { selector: { matchExpressions: [] } }],
  ['a selector with an empty label', { selector: { matchLabels: { '': 'a' } } }],
  ['a condition about a filter without a name in brackets', when('experimental.envoy.filters.a')],
  ['a selector with a wildcard', { selector: { matchLabels: { app: '*' } } }],
  ['a targetRef in another namespace', { targetRefs: [{ kind: 'Service', name: 'a', namespace: 'b' }] }],
  ['a targetRef without name', { targetRefs: [{ kind: 'Service' }] }],
  ['a targetRef of a wrong group', { targetRefs: [{ kind: 'Gateway', group: 'networking.istio.io', name: 'a' }] }],
  ['a targetRef of a wrong kind', { targetRefs: [{ kind: 'Deployment', group: 'apps', name: 'a' }] }],
])('refuses %s', (_, spec) => {
  expect(() => read(spec)).toThrow('which Istio would not take');
});

test.each(['10.0.0.0/33', '10.0.0', 'fe80::/129', 'localhost'])('refuses the address %s', address => {
  expect(() => read(source({ ipBlocks: [address] }))).toThrow(/^(CIDR|address): got /);
  expect(() => read(when('remote.ip', [address]))).toThrow(/^(CIDR|address): got /);
});

test('host bits behind a prefix are refused too, although Istio masks them: who writes them has meant something else', () => {
  expect(() => read(source({ notIpBlocks: ['10.1.2.3/8'] }))).toThrow('expected no bits behind the prefix');
});
