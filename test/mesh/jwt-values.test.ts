import { checkAudiences, checkIssuer, checkJwksUri } from '../../src/mesh/jwt-values';

test.each(['https://id.example.com', 'https://id.example.com/', 'accounts.example.com', 'urn:example:issuer', 'https://id.example.com/realms/shop?v=2'])('%s can be an issuer', issuer => {
  expect(checkIssuer(issuer)).toBe(issuer);
});

test.each(['', ' ', 'https://id.example.com ', 'https://id\n.example.com', '*', 'https://*.example.com', 'https://id.example.com/*', 7])('%j cannot', issuer => {
  expect(() => checkIssuer(issuer as string)).toThrow('issuer of tokens: got ');
});

test('audiences have an order, and each is one', () => {
  expect(checkAudiences(['web', 'shop', 'web'])).toEqual(['shop', 'web']);
  expect(() => checkAudiences([])).toThrow('audiences of tokens: got [], expected one name or more, without star and blank; name the audience that the issuer puts into the tokens for this workload');
  for (const wrong of ['', '*', 'shop*', 'a b', 7]) { expect(() => checkAudiences(['shop', wrong as string])).toThrow('audiences of tokens: got '); }
});

test.each(['https://id.example.com/keys', 'https://id.example.com:8443/keys?v=1', 'https://keycloak.auth.svc/realms/shop/protocol/openid-connect/certs'])('keys are fetched from %s', uri => {
  expect(checkJwksUri(uri)).toBe(uri);
});

test.each([
  'http://id.example.com/keys', 'ftp://id.example.com/keys', '//id.example.com/keys', 'https://', '', 7, 'https://user@id.example.com/', 'https://id.example.com/#keys',
  'https://10.0.0.1/keys', 'https://169.254.169.254/', 'https://0xa9fea9fe/', 'https://0251.0376.0251.0376/', 'https://[::1]/', 'https://[::ffff:169.254.169.254]/',
  'https://localhost/', 'https://a.localhost/', 'https://localhost.localdomain/', 'https://metadata.google.internal/', 'https://METADATA.google.internal/',
  'https://metadata.goog/', 'https://instance-data.ec2.internal/', 'https://keycloak/', 'https://id_1.example.com/', 'https://id.example.com./',
])('and not from %j', uri => {
  expect(() => checkJwksUri(uri as string)).toThrow('of tokens');
});
