import { mtlsMode, readPeerAuthentication } from './peer-authentication';

const ROOT = 'istio-system';
const policy = (namespace: string, mode?: string, more: object = {}, name = 'p') =>
  readPeerAuthentication({ metadata: { name, namespace }, spec: { ...mode ? { mtls: { mode } } : {}, ...more } });
const forWeb = { selector: { matchLabels: { app: 'web' } } };
const ports = (modes: Record<number, string>) =>
  ({ ...forWeb, portLevelMtls: Object.fromEntries(Object.entries(modes).map(([port, mode]) => [port, { mode }])) });

type Case = [sentence: string, policies: ReturnType<typeof policy>[], web: string, db: string];

/** Answers for port 80 of shop/web, and for port 80 of shop/db. */
test.each<Case>([
  ['without policies both are taken', [], 'PERMISSIVE', 'PERMISSIVE'],
  ['the mesh', [policy(ROOT, 'STRICT')], 'STRICT', 'STRICT'],
  ['the mesh, unset', [policy(ROOT, 'UNSET')], 'PERMISSIVE', 'PERMISSIVE'],
  ['the mesh, empty', [policy(ROOT)], 'PERMISSIVE', 'PERMISSIVE'],
  ['the namespace over the mesh', [policy(ROOT, 'STRICT'), policy('shop', 'PERMISSIVE')], 'PERMISSIVE', 'PERMISSIVE'],
  ['the namespace unset under the mesh', [policy(ROOT, 'STRICT'), policy('shop', 'UNSET')], 'STRICT', 'STRICT'],
  ['another namespace', [policy('bank', 'STRICT')], 'PERMISSIVE', 'PERMISSIVE'],
  ['the workload over the namespace', [policy('shop', 'STRICT'), policy('shop', 'DISABLE', forWeb)], 'DISABLE', 'STRICT'],
  ['the workload unset under the namespace', [policy('shop', 'STRICT'), policy('shop', undefined, forWeb)], 'STRICT', 'STRICT'],
  ['the workload unset under the mesh', [policy(ROOT, 'STRICT'), policy('shop'), policy('shop', 'UNSET', forWeb, 'q')], 'STRICT', 'STRICT'],
  ['the same labels in another namespace', [policy('bank', 'STRICT', forWeb)], 'PERMISSIVE', 'PERMISSIVE'],
  ['a selector in the root namespace is for nobody', [policy(ROOT, 'STRICT', forWeb)], 'PERMISSIVE', 'PERMISSIVE'],
  ['an empty selector is none', [policy(ROOT, 'STRICT', { selector: { matchLabels: {} } })], 'STRICT', 'STRICT'],
  ['the port over the workload', [policy('shop', 'STRICT', ports({ 80: 'PERMISSIVE' }))], 'PERMISSIVE', 'PERMISSIVE'],
  ['another port', [policy('shop', 'STRICT', ports({ 81: 'PERMISSIVE' }))], 'STRICT', 'PERMISSIVE'],
  ['the port unset', [policy('shop', 'STRICT', ports({ 80: 'UNSET' }))], 'STRICT', 'PERMISSIVE'],
  ['the port over the mesh, where the workload is unset', [policy(ROOT, 'STRICT'), policy('shop', undefined, ports({ 80: 'DISABLE' }))], 'DISABLE', 'STRICT'],
])('%s', (_, policies, web, db) => {
  expect(mtlsMode(policies, ROOT, { namespace: 'shop', labels: { app: 'web' } }, 80)).toBe(web);
  expect(mtlsMode(policies, ROOT, { namespace: 'shop', labels: { app: 'db' } }, 80)).toBe(db);
});

test('a workload of the root namespace is under the mesh', () => {
  expect(mtlsMode([policy(ROOT, 'STRICT')], ROOT, { namespace: ROOT, labels: {} }, 80)).toBe('STRICT');
});

test.each([
  ['the mesh', [policy(ROOT, 'STRICT', {}, 'a'), policy(ROOT, 'STRICT', {}, 'b')], 'istio-system/a and istio-system/b'],
  ['a namespace', [policy('shop', 'STRICT', {}, 'a'), policy('shop', 'STRICT', {}, 'b')], 'shop/a and shop/b'],
  ['a workload', [policy('shop', 'STRICT', forWeb, 'a'), policy('shop', 'STRICT', { selector: { matchLabels: { tier: 'x' } } }, 'b')], 'shop/a and shop/b'],
])('two policies of one scope are refused: %s', (_, policies, names) => {
  expect(() => mtlsMode(policies, ROOT, { namespace: 'shop', labels: { app: 'web', tier: 'x' } }, 80))
    .toThrow(`PeerAuthentication: got ${names} for the same workload, expected one of each scope`);
});

test.each([
  ['a misspelt field', { mTLS: {} }],
  ['a mode in lower case', { mtls: { mode: 'strict' } }],
  ['a mode of its own', { mtls: 'STRICT' }],
  ['ports without selector', { portLevelMtls: { 80: { mode: 'STRICT' } } }],
  ['ports with an empty selector', { selector: { matchLabels: {} }, portLevelMtls: { 80: { mode: 'STRICT' } } }],
  ['no ports', { ...forWeb, portLevelMtls: {} }],
  ['a port by name', { ...forWeb, portLevelMtls: { http: { mode: 'STRICT' } } }],
  ['port 0', { ...forWeb, portLevelMtls: { 0: { mode: 'STRICT' } } }],
  ['a port beyond the last', { ...forWeb, portLevelMtls: { 65536: { mode: 'STRICT' } } }],
  ['targetRefs', { targetRefs: [] }],
])('refuses %s', (_, spec) => {
  expect(() => readPeerAuthentication({ metadata: { name: 'p' }, spec })).toThrow('which Istio would not take');
});
