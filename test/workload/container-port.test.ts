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

test.each<[string, () => unknown, string]>([
  ['both port and ports', () => settlePorts('"web"', 8080, [{ number: 8080 }]), '"web" has both port and ports'],
  ['port 0', () => settlePorts('"web"', 0, undefined), 'port of "web": got 0'],
  ['port 70000', () => settlePorts('"web"', 70000, undefined), 'port of "web": got 70000'],
  ['a port that is no number', () => settlePorts('"web"', '8080' as any, undefined), 'port of "web": got "8080"'],
  ['a low port', () => settlePorts('"web"', 80, undefined),
    'port of "web" needs root or a capability: got 80, expected 1024 to 65535; let the program listen on a higher port; servicePort can still be the lower one'],
  ['two ports of one number', () => settlePorts('"web"', undefined, [{ number: 8080, name: 'a' }, { number: 8080, name: 'b' }]),
    'two ports of "web" have one number: got "8080/TCP", expected each number once; give one of them another'],
  ['two ports of one name', () => settlePorts('"web"', undefined, [{ number: 8080, name: 'a' }, { number: 8081, name: 'a' }]), 'two ports of "web" have one name'],
  ['two ports of one Service port', () => settlePorts('"web"', undefined, [{ number: 8080, servicePort: 80 }, { number: 8081, servicePort: 80 }]),
    'two ports of "web" have one servicePort'],
  ['a name that is too long', () => settlePorts('"web"', undefined, [{ number: 8080, name: 'a-name-that-is-too-long' }]), 'name of port 8080 of "web"'],
  ['a Service port that is none', () => settlePorts('"web"', undefined, [{ number: 8080, servicePort: 0 }]), 'servicePort of "web": got 0'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
