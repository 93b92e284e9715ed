import { AppProtocol, PortProtocol } from '../../src';
import { settlePorts, settleSidecarPorts } from '../../src/workload/container-port';

test('one port speaks HTTP, is named so, and is the Service\'s too', () => {
  expect(settlePorts('"web"', 8080, undefined)).toEqual([{ number: 8080, name: 'http', protocol: 'TCP', servicePort: 8080, appProtocol: 'http' }]);
});

test('no port is none', () => {
  expect(settlePorts('"web"', undefined, undefined)).toEqual([]);
});

test('several ports are named by what they speak and their number, at most 15 characters', () => {
  const all = Object.values(AppProtocol).map((appProtocol, i) => ({ number: 60000 + i, appProtocol }));
  const names = settlePorts('"web"', undefined, [...all, { number: 5353, protocol: PortProtocol.UDP }]).map(port => port.name);
  expect(names.every(name => name.length <= 15)).toBe(true);
  expect(names).toContain('http-60000');
  expect(names).toContain('udp-5353');
});

test('a port that is not TCP speaks nothing that is known', () => {
  expect(settlePorts('"dns"', undefined, [{ number: 5353, protocol: PortProtocol.UDP }])[0]).not.toHaveProperty('appProtocol');
});

test('a sidecar\'s port has a name of its own, and no Service leads to it', () => {
  expect(settleSidecarPorts('sidecar', [{ number: 9901 }])).toEqual([
    { number: 9901, name: 'http-9901', protocol: 'TCP', servicePort: undefined, appProtocol: 'http' },
  ]);
});

test('a port says itself what it is called, what it speaks and where its Service listens', () => {
  const port = { number: 8443, name: 'admin', appProtocol: AppProtocol.HTTPS, servicePort: 443 };
  expect(settlePorts('"web"', undefined, [port])).toEqual([{ ...port, protocol: 'TCP' }]);
});

test('what the health check speaks, a port speaks that does not say it', () => {
  expect(settlePorts('"web"', 8080, undefined, AppProtocol.GRPC)[0]).toMatchObject({ name: 'grpc', appProtocol: 'grpc' });
  expect(settlePorts('"web"', undefined, [{ number: 8080 }], AppProtocol.GRPC)[0]).toMatchObject({ name: 'http', appProtocol: 'http' });
});

test('one number can be a port of two protocols', () => {
  const ports = settlePorts('"dns"', undefined, [{ number: 5353, name: 'dns' }, { number: 5353, protocol: PortProtocol.UDP }]);
  expect(ports.map(({ name, protocol, servicePort }) => [name, protocol, servicePort])).toEqual([['dns', 'TCP', 5353], ['udp-5353', 'UDP', 5353]]);
});

test('a protocol with a prefix gives a port its name without it', () => {
  expect(settlePorts('"web"', undefined, [{ number: 8080, appProtocol: AppProtocol.HTTP2 }])[0]).toMatchObject({ name: 'h2c', appProtocol: 'kubernetes.io/h2c' });
  const names = settlePorts('"web"', undefined, [AppProtocol.HTTP2, AppProtocol.WEBSOCKET_TLS].map((appProtocol, i) => ({ number: 65534 + i, appProtocol })));
  expect(names.map(port => port.name)).toEqual(['h2c-65534', 'wss-65535']);
});

const NUMBER = 'expected a whole number from 1 to 65535; correct the number';

test.each<[string, () => unknown, string]>([
  ['both port and ports', () => settlePorts('"web"', 8080, [{ number: 8080 }]),
    '"web" has both port and ports: got {"port":8080,"ports":[{"number":8080}]}, expected one of the two; put all ports into ports'],
  ['port 0', () => settlePorts('"web"', 0, undefined), `port of "web": got 0, ${NUMBER}`],
  ['port 70000', () => settlePorts('"web"', 70000, undefined), `port of "web": got 70000, ${NUMBER}`],
  ['a port that is no number', () => settlePorts('"web"', NaN, undefined), `port of "web": got NaN, ${NUMBER}`],
  ['a port in quotes', () => settlePorts('"web"', '8080' as any, undefined), `port of "web": got "8080", ${NUMBER}`],
  ['a low port', () => settlePorts('"web"', 80, undefined),
    'port of "web" needs root or a capability: got 80, expected 1024 to 65535; let the program listen on a higher port; servicePort can still be the lower one'],
  ['two ports of one number', () => settlePorts('"web"', undefined, [{ number: 8080, name: 'a' }, { number: 8080, name: 'b' }]),
    'two ports of "web" have one number: got "8080/TCP", expected each number once; give one of them another'],
  ['two ports of one name', () => settlePorts('"web"', undefined, [{ number: 8080, name: 'a' }, { number: 8081, name: 'a' }]),
    'two ports of "web" have one name: got "a", expected each name once; give one of them another'],
  ['two ports of one Service port', () => settlePorts('"web"', undefined, [{ number: 8080, servicePort: 80 }, { number: 8081, servicePort: 80 }]),
    'two ports of "web" have one servicePort: got "80/TCP", expected each servicePort once; give one of them another'],
  ['a name that is too long', () => settlePorts('"web"', undefined, [{ number: 8080, name: 'a-name-that-is-too-long' }]),
    'name of port 8080 of "web": got "a-name-that-is-too-long", expected lower-case letters, digits and single inner hyphens, at least one letter, at most 15; choose another name'],
  ['a Service port that is none', () => settlePorts('"web"', undefined, [{ number: 8080, servicePort: 0 }]), `servicePort of "web": got 0, ${NUMBER}`],
  ['a transport protocol in other letters', () => settlePorts('"web"', undefined, [{ number: 8080, protocol: 'tcp' as any }]),
    'protocol of port 8080 of "web": got "tcp", expected one of TCP, UDP, SCTP; correct it'],
  ['an application protocol that nobody knows', () => settlePorts('"web"', undefined, [{ number: 8080, appProtocol: 'gopher' as any }]),
    'appProtocol of port 8080 of "web": got "gopher", expected one of http, https, '],
  ['ports that are bare numbers', () => settlePorts('"web"', undefined, [8080 as any]), 'port of "web": got 8080, expected named values; write { name: value }'],
  ['a single port', () => settlePorts('"web"', undefined, { number: 8080 } as any), 'ports of "web": got {"number":8080}, expected a list'],
  ['a sidecar\'s single port', () => settleSidecarPorts('sidecar', { number: 8080 } as any), 'ports of sidecar: got {"number":8080}, expected a list'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
