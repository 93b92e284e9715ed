import { networkPolicyOf } from '../../src/policy/graph-policies';

const read = (spec: unknown) => networkPolicyOf({ spec }, { index: 0, kind: 'NetworkPolicy', namespace: 'shop', name: 'p' });

test('without policyTypes it is about ingress, and about egress if it has rules for it', () => {
  const types = [{}, { egress: [] }, { egress: [{}] }, { policyTypes: ['Egress'] }, { policyTypes: [], egress: [{}] }, { policyTypes: ['Egress', 'Ingress'] }];
  expect(types.map(spec => read(spec).directions)).toEqual([
    ['Ingress'], ['Ingress'], ['Ingress', 'Egress'], ['Egress'], ['Ingress', 'Egress'], ['Ingress', 'Egress'],
  ]);
});

test('without podSelector it is about every pod', () => {
  expect([undefined, {}, { podSelector: null }, { podSelector: {} }, { podSelector: { matchLabels: { a: 'b' } } }].map(spec => read(spec).pods.isEmpty))
    .toEqual([true, true, true, true, false]);
});

test('no list of peers or ports means all of them', () => {
  expect(read({ ingress: [{}, { from: [], ports: [] }] }).rules.Ingress).toEqual([{}, {}]);
});

test('peers and ports say all that they are', () => {
  const rule = {
    to: [{ ipBlock: { cidr: '10.0.0.0/8' } }, { podSelector: {}, namespaceSelector: { matchLabels: { a: 'b' } } }],
    ports: [{ port: 'http' }, { port: 1, endPort: 2, protocol: 'UDP' }, {}],
  };
  const [{ peers, ports }] = read({ egress: [rule] }).rules.Egress;
  expect(peers!.map(({ isBlock, pods, namespaces }) => [isBlock, pods?.toString(), namespaces?.toString()])).toEqual([
    [true, undefined, undefined], [false, '{}', 'a=b'],
  ]);
  expect(ports).toEqual([
    { port: 'http', end: undefined, protocol: 'TCP' }, { port: 1, end: 2, protocol: 'UDP' }, { port: undefined, end: undefined, protocol: 'TCP' },
  ]);
});

test('equal rules of several policies are one, and others are not', () => {
  const dns = (app: string, port: unknown) => read({
    egress: [{ to: [{ podSelector: { matchLabels: { app } }, namespaceSelector: { matchLabels: { a: 'b' } } }], ports: [{ port, protocol: 'UDP' }] }],
  }).rules.Egress[0];
  const one = dns('dns', 53);
  expect(dns('dns', 53)).toBe(one);
  expect(dns('dns', '53').ports).toEqual([{ port: '53', end: undefined, protocol: 'UDP' }]);
  expect(dns('dns', 54).ports).toEqual([{ port: 54, end: undefined, protocol: 'UDP' }]);
  expect(String(dns('cache', 53).peers![0].pods)).toBe('app=cache');
});

test('peers that ask the same of pods, of namespaces or of both are three', () => {
  const same = { matchLabels: { team: 'blue' } };
  const to = [{ podSelector: same, namespaceSelector: same }, { namespaceSelector: same }, { podSelector: same }];
  expect(read({ egress: [{ to }] }).rules.Egress[0].peers!.map(({ pods, namespaces }) => [String(pods), String(namespaces)])).toEqual([
    ['team=blue', 'team=blue'], ['undefined', 'team=blue'], ['team=blue', 'undefined'],
  ]);
});
