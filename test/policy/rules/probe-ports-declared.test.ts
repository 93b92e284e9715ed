import { fails, holds } from './cases';
import { probePortsDeclared } from '../../../src/policy/rules/probe-ports-declared';

const PORTS = [{ name: 'http', containerPort: 8080 }];
const asks = (probe: string, handler: object, ports: object[] = PORTS) => (
  { container: { name: 'app', [probe]: handler }, pod: { containers: [{ name: 'app', ports }] } }
);

holds(probePortsDeclared, {
  'nothing is asked': {},
  'it is asked by number': asks('readinessProbe', { httpGet: { port: 8080 } }),
  'it is asked by name': asks('livenessProbe', { tcpSocket: { port: 'http' } }),
  'a program is run': asks('startupProbe', { exec: { command: ['true'] } }, []),
  'another container of the pod declares it': { container: { livenessProbe: { grpc: { port: 15021 } } }, pod: { containers: [{}], initContainers: [{ ports: [{ containerPort: 15021 }] }] } },
});

fails(probePortsDeclared, {
  'no port is declared': asks('readinessProbe', { httpGet: { port: 8080 } }, []),
  'the number is another': asks('livenessProbe', { tcpSocket: { port: 8081 } }),
  'the name is another': asks('startupProbe', { httpGet: { port: 'metrics' } }),
  'the number is written as a name': asks('readinessProbe', { httpGet: { port: '8080' } }),
  'it is asked over gRPC': asks('livenessProbe', { grpc: { port: 50051 } }),
});
