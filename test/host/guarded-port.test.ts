import { checkGuardedPorts, checkRanges, GuardedPort, isSame, portText } from '../../src/host/guarded-port';
import { PortProtocol } from '../../src/kube/port';

test('ranges are told apart by family, sorted, each once, without those that another one holds', () => {
  expect(checkRanges('callers', ['10.0.1.0/24', 'fd00::1/128', '10.0.0.5/32', '10.0.0.0/24', '10.0.1.0/24', 'FD00:0::/64'])).toEqual({
    v4: ['10.0.0.0/24', '10.0.1.0/24'], v6: ['fd00::/64'],
  });
});

test('a port is TCP unless it is said otherwise, and one number can be two ports', () => {
  const ports = checkGuardedPorts([{ port: 53, from: ['10.0.0.0/8'] }, { port: 53, from: ['fd00::/8'], protocol: PortProtocol.UDP }]);
  expect(ports).toEqual([
    { port: 53, protocol: 'TCP', from: { v4: ['10.0.0.0/8'], v6: [] } },
    { port: 53, protocol: 'UDP', from: { v4: [], v6: ['fd00::/8'] } },
  ]);
  expect([isSame(ports[0], ports[1]), isSame(ports[0], { ...ports[0] }), isSame(ports[0], { ...ports[0], port: 54 }), portText(ports[1])]).toEqual([false, true, false, '53/udp']);
});

test.each<[string, unknown, string]>([
  ['one port twice', [{ port: 22, from: ['10.0.0.0/8'] }, { port: 22, from: ['10.1.0.0/16'] }], 'port is guarded twice: got "22/tcp", expected once, with all who may connect; name them in one list'],
  ['nobody', [{ port: 22, from: [] }], 'who reaches port 22: got [], expected at least one CIDR; name the addresses: there is no fallback to everybody, and one to nobody would cut the node off'],
  ['nothing', [{ port: 22 }], 'who reaches port 22: got [], expected at least one CIDR'],
  ['everybody', [{ port: 22, from: ['10.0.0.0/8', '0.0.0.0/0'] }], 'who reaches port 22: got "0.0.0.0/0", expected less than every address; name the addresses, or leave the port out: it stays open then'],
  ['everybody over IPv6', [{ port: 22, from: ['::/0'] }], 'who reaches port 22: got "::/0"'],
  ['an address', [{ port: 22, from: ['10.0.0.1'] }], 'who reaches port 22: got "10.0.0.1", expected a CIDR with a prefix length; write 10.0.0.1/32 for the one address'],
  ['a text', [{ port: 22, from: '10.0.0.1/32' }], 'who reaches port 22: got "10.0.0.1/32", expected a list'],
  ['port 0', [{ port: 0, from: ['10.0.0.0/8'] }], 'port of the firewall: got 0, expected a whole number from 1 to 65535; correct the number'],
  ['another protocol', [{ port: 22, from: ['10.0.0.0/8'], protocol: 'tcp' }], 'protocol of port 22: got "tcp", expected one of TCP, UDP, SCTP; correct it'],
  ['a number for a port', [22], 'port of the firewall: got 22, expected named values; write { name: value }'],
])('%s is refused', (_, ports, message) => {
  expect(() => checkGuardedPorts(ports as GuardedPort[])).toThrow(message);
});
