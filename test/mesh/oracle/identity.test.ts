import { readIdentity, showIdentity, withAliases } from './identity';

test('an identity is read and shown', () => {
  expect(readIdentity('cluster.local/ns/shop/sa/web')).toEqual({ trustDomain: 'cluster.local', namespace: 'shop', serviceAccount: 'web' });
  expect(showIdentity({ trustDomain: 'a.example', namespace: 'b', serviceAccount: 'c' })).toBe('a.example/ns/b/sa/c');
});

test.each(['', 'shop/web', 'spiffe://cluster.local/ns/shop/sa/web', 'cluster.local/ns/shop/sa/', 'cluster.local/ns/shop/sa/web/x', 'a/namespace/b/sa/c', 'a/ns/b/account/c', '/ns/b/sa/c', 'a/ns//sa/c'])('refuses the identity "%s"', text => {
  expect(() => readIdentity(text)).toThrow(`identity: got ${JSON.stringify(text)}`);
});

const DOMAINS = ['new.example', 'old.example'];

test.each<[string, string[], string[]]>([
  ['new.example/ns/a/sa/b', DOMAINS, ['new.example/ns/a/sa/b', 'old.example/ns/a/sa/b']],
  ['old.example/ns/a/sa/b', DOMAINS, ['new.example/ns/a/sa/b', 'old.example/ns/a/sa/b']],
  ['cluster.local/ns/a/sa/b', DOMAINS, ['new.example/ns/a/sa/b', 'old.example/ns/a/sa/b']],
  ['cluster.local/ns/a/sa/*', ['new.example'], ['new.example/ns/a/sa/*']],
  ['other.example/ns/a/sa/b', DOMAINS, ['other.example/ns/a/sa/b']],
  ['*/ns/a/sa/b', DOMAINS, ['*/ns/a/sa/b']],
  ['*.example/ns/a/sa/b', DOMAINS, ['*.example/ns/a/sa/b']],
  ['*w.example/ns/a/sa/b', DOMAINS, ['*w.example/ns/a/sa/b', 'old.example/ns/a/sa/b']],
  ['old*/ns/a/sa/b', DOMAINS, ['new.example/ns/a/sa/b', 'old.example/ns/a/sa/b']],
  ['*/sa/b', DOMAINS, ['*/sa/b']],
  ['*', DOMAINS, ['*']],
  ['new.example/*', DOMAINS, ['new.example/*']],
])('%s with the trust domains %j stands for %j', (principal, domains, expected) => {
  expect(withAliases(principal, domains)).toEqual(expected);
});
