import { container, podSpec, synth } from './workload';
import { AppProtocol, Health, KubernetesVersion, PortProtocol } from '../../src';

const probes = (health: Health, port: number | undefined = 8080) => {
  const { livenessProbe, readinessProbe, startupProbe } = container({ health, port });
  const { failureThreshold: f1, periodSeconds: p1, timeoutSeconds: t1, ...live } = livenessProbe;
  const { failureThreshold: f2, periodSeconds: p2, timeoutSeconds: t2, ...ready } = readinessProbe;
  const { failureThreshold: f3, periodSeconds: p3, timeoutSeconds: t3, ...start } = startupProbe;
  return { live, ready, start, times: [[p1, t1, f1], [p2, t2, f2], [p3, t3, f3]] };
};

test('HTTP asks two paths, with the headers that are given', () => {
  const { live, ready, start } = probes(Health.http({ live: '/livez', ready: '/readyz', headers: { Host: 'web' } }));
  const headers = [{ name: 'Host', value: 'web' }];
  expect(live).toEqual({ httpGet: { path: '/livez', port: 8080, httpHeaders: headers } });
  expect(ready).toEqual({ httpGet: { path: '/readyz', port: 8080, httpHeaders: headers } });
  expect(start).toEqual(live);
});

test('gRPC asks the health protocol for readiness and the port for liveness, and says what the port speaks', () => {
  const { live, ready } = probes(Health.grpc());
  expect([live, ready]).toEqual([{ tcpSocket: { port: 8080 } }, { grpc: { port: 8080 } }]);
  expect(probes(Health.grpc({ service: 'cart' })).ready).toEqual({ grpc: { port: 8080, service: 'cart' } });
  expect(synth({ health: Health.grpc() }).Service.spec.ports[0]).toMatchObject({ name: 'grpc', appProtocol: 'grpc' });
});

test('TCP asks the port, and the two questions differ in how often', () => {
  const { live, ready, times } = probes(Health.tcp());
  expect([live, ready]).toEqual([{ tcpSocket: { port: 8080 } }, { tcpSocket: { port: 8080 } }]);
  expect(times[0]).not.toEqual(times[1]);
});

test('commands, and the port for a liveness that has none', () => {
  expect(probes(Health.exec({ ready: ['ready'], live: ['live'] }))).toMatchObject({ live: { exec: { command: ['live'] } }, ready: { exec: { command: ['ready'] } } });
  expect(probes(Health.exec({ ready: ['ready'] })).live).toEqual({ tcpSocket: { port: 8080 } });
});

test('a slow start has 150 seconds', () => {
  const [, , [period, , failures]] = probes(Health.tcp()).times;
  expect(period * failures).toBe(150);
});

test('another of the container\'s ports can be asked', () => {
  const ports = [{ number: 8080 }, { number: 9090, appProtocol: AppProtocol.HTTP }];
  expect(container({ port: undefined, ports, health: Health.tcp({ port: 9090 }) }).livenessProbe.tcpSocket.port).toBe(9090);
});

test('a worker without a port can be asked by commands', () => {
  expect(podSpec({ port: undefined, health: Health.exec({ live: ['live'], ready: ['ready'] }) }).containers[0].livenessProbe.exec).toEqual({ command: ['live'] });
});

test('a probe asks a TCP port, also where another one stands first', () => {
  const ports = [{ number: 5353, protocol: PortProtocol.UDP }, { number: 9090 }];
  expect(container({ port: undefined, ports, health: Health.tcp() }).livenessProbe).toMatchObject({ tcpSocket: { port: 9090 } });
});

test.each([
  KubernetesVersion.V1_28, KubernetesVersion.V1_29, KubernetesVersion.V1_30, KubernetesVersion.V1_37,
])('probes are the same in every version, for the main container and for a sidecar: $text', kubernetesVersion => {
  const sidecars = [{ name: 'proxy', image: 'proxy:1', ports: [{ number: 9901 }], health: Health.grpc() }];
  const { containers, initContainers = [] } = podSpec({ sidecars, health: Health.grpc() }, { kubernetesVersion });
  const [main, proxy] = [...containers, ...initContainers];
  const times = { timeoutSeconds: 2, failureThreshold: 3 };
  for (const [each, port] of [[main, 8080], [proxy, 9901]]) {
    expect(each.livenessProbe).toEqual({ ...times, tcpSocket: { port }, periodSeconds: 10 });
    expect(each.readinessProbe).toEqual({ ...times, grpc: { port }, periodSeconds: 5 });
    expect(each.startupProbe).toEqual({ ...times, tcpSocket: { port }, periodSeconds: 5, failureThreshold: 30 });
  }
});

test('one health check can serve several workloads, and nothing of one reaches another', () => {
  const health = Health.http({ live: '/l', ready: '/r', headers: { Host: 'web' } });
  const one = health._probes([8080]) as any;
  one.livenessProbe.httpGet.httpHeaders[0].value = 'changed';
  expect((health._probes([9090]) as any).livenessProbe.httpGet).toEqual({ path: '/l', port: 9090, httpHeaders: [{ name: 'Host', value: 'web' }] });
});

const SAME = 'expected two different questions; let liveness ask only the process itself, so that an outage elsewhere does not restart it';
const any = (value: unknown) => value as any;

test.each<[string, () => unknown, string]>([
  ['liveness and readiness that ask one path', () => Health.http({ live: '/z', ready: '/z' }), `liveness and readiness ask the same: got "/z", ${SAME}`],
  ['commands that are the same, without showing them', () => Health.exec({ live: ['a', 'secret'], ready: ['a', 'secret'] }), `liveness and readiness ask the same: ${SAME}`],
  ['a path without a slash', () => Health.http({ live: 'z', ready: '/y' }),
    'health path is no path: got "z", expected a path that begins with /; give the path alone, without host and port'],
  ['a path with a space', () => Health.http({ live: '/z', ready: '/a b' }), 'health path is no path: got "/a b"'],
  ['a path that is missing', () => Health.http(any({ live: '/z' })), 'health path is no path: got undefined'],
  ['a header with a bad name', () => Health.http({ live: '/l', ready: '/r', headers: { 'a b': 'c' } }),
    'name of a header of the health check: got "a b", expected letters, digits and hyphens; correct the name'],
  ['a header with a line break, without showing it', () => Health.http({ live: '/l', ready: '/r', headers: { A: 'secret\nB: c' } }),
    'header A of the health check: expected one line; remove the line break'],
  ['a header that is no text', () => Health.http({ live: '/l', ready: '/r', headers: any({ A: 1 }) }), 'header A of the health check: expected a text without NUL'],
  ['an empty command', () => Health.exec({ ready: [] }),
    'ready command of the health check: expected a list of one word or more, each a text without NUL; leave it out where there is none'],
  ['a command in one text', () => Health.exec({ ready: ['a'], live: any('b') }), 'live command of the health check: expected a list of one word or more'],
  ['a service that is no text', () => Health.grpc({ service: any(5) }), 'service of the health check: expected a text without NUL'],
  ['a port that is none', () => Health.grpc({ port: 0 }), 'port of the health check: got 0, expected a whole number from 1 to 65535; correct the number'],
  ['no props', () => Health.http(any(undefined)), 'properties of Health.http: got undefined, expected named values; write { name: value }'],
  ['a port that the container does not declare', () => container({ health: Health.tcp({ port: 9090 }) }),
    'health asks a TCP port that the container does not declare: got 9090, expected one of 8080; declare the port, or ask another'],
  ['a port of a container that declares none', () => container({ port: undefined, health: Health.tcp({ port: 9090 }) }),
    'health asks a TCP port that the container does not declare: got 9090, expected none, since it declares no TCP port; declare the port, or ask another'],
  ['a port that is not TCP', () => container({ port: undefined, ports: [{ number: 5353, protocol: PortProtocol.UDP }], health: Health.tcp({ port: 5353 }) }),
    'health asks a TCP port that the container does not declare: got 5353'],
  ['a port where there is none', () => container({ port: undefined, health: Health.tcp() }),
    'health asks a TCP port, and the container has none: expected a TCP port, or Health.exec(…) with both commands; declare the port that answers'],
  ['no health check', () => container({ health: undefined }),
    'health of "web" is missing: expected Health.http(…), .grpc(…), .tcp(…) or .exec(…); '
    + 'say how it is asked whether it lives and can serve, or waive probes-set with the reason'],
  ['a health check and a waiver of it', () => container({ waivers: [{ rule: 'probes-set', reason: 'x' }] }),
    '"web" has a health check and a waiver of it: expected one of the two; remove the waiver of probes-set'],
  ['something else as health check', () => container({ health: any({ httpGet: { path: '/' } }) }),
    'health of "web": got {"httpGet":{"path":"/"}}, expected Health.http(…), .grpc(…), .tcp(…) or .exec(…); use one of these'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
