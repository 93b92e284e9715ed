import { namespaceOf, peerAuthenticationOf } from '../../src/policy/graph-namespace';

test('a namespace stands in itself and carries its name', () => {
  const { namespace, labels } = namespaceOf({ metadata: { labels: { team: 'shop' } } }, { index: 0, kind: 'Namespace', namespace: '', name: 'shop' });
  expect([namespace, labels]).toEqual(['shop', { 'team': 'shop', 'kubernetes.io/metadata.name': 'shop' }]);
});

test('an empty selector of a PeerAuthentication is the whole namespace, and no mode leaves it to those above', () => {
  const read = (spec: object) => {
    const { selector, mode } = peerAuthenticationOf({ spec }, { index: 0, kind: 'PeerAuthentication', namespace: 'shop', name: 'p' });
    return [selector?.toString(), mode];
  };
  expect([read({}), read({ selector: { matchLabels: {} }, mtls: { mode: 'STRICT' } }), read({ selector: { matchLabels: { app: 'web' } }, mtls: {} })]).toEqual([
    [undefined, 'UNSET'], [undefined, 'STRICT'], ['app=web', 'UNSET'],
  ]);
});
