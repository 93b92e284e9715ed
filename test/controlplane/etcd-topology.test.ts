import { EtcdTopology, ExternalEtcdProps, urlHost } from '../../src/controlplane/etcd-topology';

const MEMBERS = ['10.0.0.21', '10.0.0.22', 'FD00::23'].map((address, i) => ({ hostName: `etcd-${i + 1}`, address }));
const external = (props: Partial<Record<keyof ExternalEtcdProps, unknown>> = {}) => (
  EtcdTopology.external({ members: MEMBERS, apiServers: ['10.0.0.8/29'], ...props } as ExternalEtcdProps)
);

test('on hosts of its own each member has a name and one address, in its canonical form', () => {
  const { isExternal, _members, _memberRanges, _apiServers } = external();
  expect(isExternal).toBe(true);
  expect(_members).toEqual([
    { hostName: 'etcd-1', address: '10.0.0.21' }, { hostName: 'etcd-2', address: '10.0.0.22' }, { hostName: 'etcd-3', address: 'fd00::23' },
  ]);
  expect(_memberRanges).toEqual({ v4: ['10.0.0.21/32', '10.0.0.22/32'], v6: ['fd00::23/128'] });
  expect(_apiServers).toEqual({ v4: ['10.0.0.8/29'], v6: [] });
  expect(['10.0.0.21', 'fd00::23'].map(urlHost)).toEqual(['10.0.0.21', '[fd00::23]']);
});

test('on control-plane nodes a range holds nodes that come and go', () => {
  const { isExternal, _members, _memberRanges } = EtcdTopology.stacked(['10.0.0.8/29']);
  expect([isExternal, _members, _memberRanges]).toEqual([false, [], { v4: ['10.0.0.8/29'], v6: [] }]);
});

const one = (member: object) => ({ members: [{ hostName: 'etcd-1', address: '10.0.0.21', ...member }] });
test.each<[string, Partial<Record<keyof ExternalEtcdProps, unknown>>, string]>([
  ['no member', { members: [] }, 'members of etcd: got 0, expected an odd number, such as 3 or 5; add one: two members stand still when one is gone'],
  ['two members', { members: MEMBERS.slice(0, 2) }, 'members of etcd: got 2, expected an odd number'],
  ['one name twice', { members: MEMBERS.map(member => ({ ...member, hostName: 'etcd-1' })) }, 'hostName of two members of etcd: got "etcd-1", expected one for each; correct it'],
  ['one address twice', { members: MEMBERS.map(member => ({ ...member, address: '10.0.0.21' })) }, 'address of two members of etcd: got "10.0.0.21", expected one for each'],
  ['a name with a domain', one({ hostName: 'etcd-1.example.com' }), 'hostName of a member of etcd: got "etcd-1.example.com", expected a DNS label'],
  ['every address', one({ address: '0.0.0.0' }), 'address of etcd-1: got "0.0.0.0", expected one by which others reach this host alone; write the address of its network card: 0.0.0.0 would be every one that it has'],
  ['every address of IPv6', one({ address: '::' }), 'address of etcd-1: got "::", expected one by which others reach this host alone'],
  ['loopback', one({ address: '127.0.0.1' }), 'address of etcd-1: got "127.0.0.1", expected one by which others reach this host alone'],
  ['a range', one({ address: '10.0.0.21/32' }), 'address of etcd-1: got "10.0.0.21/32", expected an IPv4 or IPv6 address; write the one address on which it listens'],
  ['a name for an address', one({ address: 'etcd-1' }), 'address of etcd-1: got "etcd-1/32", expected a CIDR'],
  ['no API server', { apiServers: [] }, 'addresses of the API servers: got [], expected at least one CIDR'],
  ['API servers everywhere', { apiServers: ['0.0.0.0/0'] }, 'addresses of the API servers: got "0.0.0.0/0", expected less than every address'],
])('%s is refused', (_, props, message) => {
  expect(() => external(props)).toThrow(message);
});
