import { fails, holds } from './cases';
import { probePortsDeclared } from '../../../src/policy/rules/probe-ports-declared';

const PORTS = [{ name: 'http', containerPort: 8080 }];
const asks = (probe: string, handler: object, ports: object[] = PORTS) => (
  { container: { name: 'app', [probe]: handler }, pod: { containers: [{ name: 'app', ports }] } }
);

const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(probe => ['grpc', 'httpGet', 'tcpSocket'].map(handler => [probe, handler]));
/** The same question by each probe and each handler. */
const byEach = (where: string, port: number | string, pod: object) => Object.fromEntries(HANDLERS.map(([probe, handler]) => [
  `${where}, by ${handler} of ${probe}`, { container: { name: 'app', [probe]: { [handler]: { port } } }, pod },
]));
const SEVERAL = { containers: [{ name: 'app', ports: [{ containerPort: 9090 }, { name: 'http', containerPort: 8080 }] }, { name: 'other' }] };
const SIDECAR = { containers: [{ name: 'app' }], initContainers: [{ name: 'proxy', ports: [{ containerPort: 8080, name: 'http' }] }] };

holds(probePortsDeclared, {
  'nothing is asked': {},
  'it is asked by number': asks('readinessProbe', { httpGet: { port: 8080 } }),
  'it is asked by name': asks('livenessProbe', { tcpSocket: { port: 'http' } }),
  'a program is run': asks('startupProbe', { exec: { command: ['true'] } }, []),
  'another container of the pod declares it': { container: { livenessProbe: { grpc: { port: 15021 } } }, pod: { containers: [{}], initContainers: [{ ports: [{ containerPort: 15021 }] }] } },
  ...byEach('the number is one of several', 8080, SEVERAL),
  ...byEach('the name is one of several', 'http', SEVERAL),
  ...byEach('a sidecar declares the number', 8080, SIDECAR),
  ...byEach('a sidecar declares the name', 'http', SIDECAR),
  ...Object.fromEntries(HANDLERS.map(([probe, handler]) => [`no port is said, in ${handler} of ${probe}`, asks(probe, { [handler]: {} })])),
});

fails(probePortsDeclared, {
  'no port is declared': asks('readinessProbe', { httpGet: { port: 8080 } }, []),
  'the number is another': asks('livenessProbe', { tcpSocket: { port: 8081 } }),
  'the name is another': asks('startupProbe', { httpGet: { port: 'metrics' } }),
  'the number is written as a name': asks('readinessProbe', { httpGet: { port: '8080' } }),
  'it is asked over gRPC': asks('livenessProbe', { grpc: { port: 50051 } }),
  ...byEach('the number is none of several', 8081, SEVERAL),
  ...byEach('the name is none of several', 'metrics', SEVERAL),
  ...byEach('no container has ports', 8080, { containers: [{ name: 'app' }] }),
});
