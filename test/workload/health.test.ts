import { container, podSpec, synth } from './workload';
import { AppProtocol, Health } from '../../src';

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
  expect(podSpec({ port: undefined, health: Health.exec({ live: ['live'], ready: ['ready'] }) }).containers[0].livenessProbe.exec).toBeDefined();
});

test.each<[string, () => unknown, string]>([
  ['liveness and readiness that ask one path', () => Health.http({ live: '/z', ready: '/z' }),
    'liveness and readiness ask the same: got "/z", expected two different questions; let liveness ask only the process itself, so that an outage elsewhere does not restart it'],
  ['a path without a slash', () => Health.http({ live: 'z', ready: '/y' }),
    'health path is no path: got "z", expected a path that begins with /; give the path alone, without host and port'],
  ['commands that are the same', () => Health.exec({ live: ['a'], ready: ['a'] }), 'liveness and readiness ask the same: expected two different questions'],
  ['an empty command', () => Health.exec({ ready: [] }), 'ready command of the health check: expected a list of one word or more, each a text without NUL; leave it out where there is none'],
  ['a port that is none', () => Health.grpc({ port: 0 }), 'port of the health check: got 0'],
  ['a port that the container does not declare', () => container({ health: Health.tcp({ port: 9090 }) }),
    'health asks a TCP port that the container does not declare: got 9090, expected one of 8080; declare the port, or ask another'],
  ['a port where there is none', () => container({ port: undefined, health: Health.tcp() }),
    'health asks a TCP port, and the container has none: expected a TCP port, or Health.exec(…) with both commands; declare the port that answers'],
  ['no health check', () => container({ health: undefined }),
    'health of "web" is missing: expected Health.http(…), .grpc(…), .tcp(…) or .exec(…); '
    + 'say how it is asked whether it lives and can serve, or waive probes-set with the reason'],
  ['a health check and a waiver of it', () => container({ waivers: [{ rule: 'probes-set', reason: 'x' }] }),
    '"web" has a health check and a waiver of it: expected one of the two; remove the waiver of probes-set'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
