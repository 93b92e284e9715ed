import { fails, holds } from './cases';
import { expressionFor } from '../../../src/policy/rule';
import { handlerHostUnset } from '../../../src/policy/rules/handler-host-unset';

const HANDLERS: { readonly [name: string]: (handler: object) => object } = {
  livenessProbe: livenessProbe => ({ livenessProbe }),
  readinessProbe: readinessProbe => ({ readinessProbe }),
  startupProbe: startupProbe => ({ startupProbe }),
  postStart: postStart => ({ lifecycle: { postStart } }),
  preStop: preStop => ({ lifecycle: { preStop } }),
};
const each = (how: string, handler: object) => Object.fromEntries(
  Object.entries(HANDLERS).map(([name, container]) => [`${name} ${how}`, { container: container(handler) }]),
);

holds(handlerHostUnset, {
  'there are none': {},
  ...each('calls a path', { httpGet: { path: '/livez', port: 8080 } }),
  ...each('calls an empty host', { httpGet: { path: '/livez', port: 8080, host: '' } }),
  ...each('opens a port', { tcpSocket: { port: 8080 } }),
  ...each('runs a program', { exec: { command: ['true'] } }),
  ...each('calls gRPC', { grpc: { port: 8080 } }),
});

fails(handlerHostUnset, {
  ...each('calls another host', { httpGet: { path: '/latest', port: 80, host: '192.0.2.1' } }),
  ...each('calls the loopback of the node', { tcpSocket: { port: 2379, host: '127.0.0.1' } }),
});

test('before 1.34 nobody demands it', () => {
  expect(expressionFor(handlerHostUnset, 33)).toBeUndefined();
  expect(expressionFor(handlerHostUnset, 34)).toBe(handlerHostUnset.expression);
});
