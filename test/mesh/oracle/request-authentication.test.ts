import { judge, readRequestAuthentication } from './request-authentication';

const policy = (...jwtRules: object[]) => readRequestAuthentication({ metadata: { name: 'p', namespace: 'n' }, spec: { jwtRules } });
const ANY = policy({ issuer: 'https://id.example' });
const FOR_SHOP = policy({ issuer: 'https://id.example', jwksUri: 'https://id.example/keys', audiences: ['shop', 'bank'] });
const token = { issuer: 'https://id.example', subject: 'ann' };
const claims = { iss: 'https://id.example', sub: 'ann' };

test.each<[string, Parameters<typeof judge>, object]>([
  ['a missing token is nobody\'s concern', [[ANY], undefined], {}],
  ['without policies nobody looks at a token', [[], token], {}],
  ['a policy without rules does not look either', [[policy()], { ...token, broken: true }], {}],
  ['a good token has claims', [[ANY], token], { claims }],
  ['a token without subject', [[ANY], { issuer: 'https://id.example' }], { claims: { iss: 'https://id.example' } }],
  ['a broken token', [[ANY], { ...token, broken: true }], { refused: 'token of https://id.example that does not hold' }],
  ['an unknown issuer', [[ANY], { issuer: 'https://other.example' }], { refused: 'token of https://other.example, whom no RequestAuthentication knows' }],
  ['an issuer is known exactly', [[ANY], { issuer: 'https://id.example/' }], { refused: 'token of https://id.example/, whom no RequestAuthentication knows' }],
  ['one of several audiences', [[FOR_SHOP], { ...token, audiences: ['web', 'bank'] }], { claims: { ...claims, aud: ['web', 'bank'] } }],
  ['another audience', [[FOR_SHOP], { ...token, audiences: ['web'] }], { refused: 'token of https://id.example for web' }],
  ['no audience', [[FOR_SHOP], token], { refused: 'token of https://id.example for nobody' }],
  ['another policy takes what the first does not', [[FOR_SHOP, ANY], token], { claims }],
  ['another rule knows the issuer', [[policy({ issuer: 'a' }, { issuer: 'b' })], { issuer: 'b' }], { claims: { iss: 'b' } }],
  ['scope and permission are lists', [[ANY], { ...token, claims: { scope: 'read write', permission: 'x', group: 'a b' } }],
    { claims: { ...claims, scope: ['read', 'write'], permission: ['x'], group: 'a b' } }],
  ['other claims may be lists too', [[policy({ issuer: 'a', spaceDelimitedClaims: ['group'] })], { issuer: 'a', claims: { group: 'a b', scope: ['c d'] } }],
    { claims: { iss: 'a', group: ['a', 'b'], scope: ['c d'] } }],
  ['a claim does not pass for the issuer', [[ANY], { ...token, claims: { iss: 'x', sub: 'y' } }], { claims }],
])('%s', (_, question, expected) => {
  expect(judge(...question)).toEqual(expected);
});

test.each([
  ['a misspelt field', { rules: [] }],
  ['a rule without issuer', { jwtRules: [{}] }],
  ['a rule with a misspelt field', { jwtRules: [{ issuer: 'a', audience: ['b'] }] }],
  ['a rule with keys twice', { jwtRules: [{ issuer: 'a', jwksUri: 'https://a', jwks: '{}' }] }],
  ['keys at no address', { jwtRules: [{ issuer: 'a', jwksUri: 'a.example/keys' }] }],
  ['keys at a port that is none', { jwtRules: [{ issuer: 'a', jwksUri: 'https://a:b' }] }],
  ['keys that are none', { jwtRules: [{ issuer: 'a', jwks: 'a' }] }],
  ['keys without a list of them', { jwtRules: [{ issuer: 'a', jwks: '{}' }] }],
  ['a timeout that is none', { jwtRules: [{ issuer: 'a', timeout: 'apple' }] }],
  ['an empty header', { jwtRules: [{ issuer: 'a', fromHeaders: [{ name: '' }] }] }],
  ['an empty parameter', { jwtRules: [{ issuer: 'a', fromParams: [''] }] }],
  ['an empty cookie', { jwtRules: [{ issuer: 'a', fromCookies: [''] }] }],
  ['a claim for a header without name', { jwtRules: [{ issuer: 'a', outputClaimToHeaders: [{ claim: 'b', header: ':path' }] }] }],
  ['no claim for a header', { jwtRules: [{ issuer: 'a', outputClaimToHeaders: [{ claim: '', header: 'b' }] }] }],
  ['an empty audience', { jwtRules: [{ issuer: 'a', audiences: [''] }] }],
  ['a selector with targetRefs', { selector: {}, targetRefs: [{ kind: 'Service', name: 'a' }] }],
])('refuses %s', (_, spec) => {
  expect(() => readRequestAuthentication({ metadata: { name: 'p' }, spec })).toThrow('which Istio would not take');
});

test('refuses a dry run, which is for AuthorizationPolicies alone', () => {
  expect(() => readRequestAuthentication({ metadata: { name: 'p', annotations: { 'istio.io/dry-run': 'true' } } })).toThrow('which Istio would not take');
});

test('reads where a token is looked for, and where its claims are put', () => {
  const places = { fromHeaders: [{ name: 'x-token', prefix: 'Bearer ' }], fromParams: ['token'], fromCookies: ['token'], outputClaimToHeaders: [{ claim: 'sub', header: 'x-user' }] };
  expect(policy({ issuer: 'a', jwks: '{"keys":[]}', timeout: '1.5s', ...places }).rules).toEqual([{ issuer: 'a', audiences: [], spaced: ['scope', 'permission'] }]);
});
