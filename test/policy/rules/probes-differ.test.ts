import { fails, holds } from './cases';
import { probesDiffer } from '../../../src/policy/rules/probes-differ';

const tcp = { tcpSocket: { port: 8080 } };
const http = (path: string, port: number | string = 8080) => ({ httpGet: { path, port }, periodSeconds: 5 });

holds(probesDiffer, {
  'there are none': {},
  'there is only one': { container: { readinessProbe: tcp } },
  'paths differ': { container: { livenessProbe: http('/livez'), readinessProbe: http('/readyz') } },
  'ports differ': { container: { livenessProbe: http('/', 8081), readinessProbe: http('/') } },
  'ways differ': { container: { livenessProbe: tcp, readinessProbe: http('/') } },
  'there is only one, and it asks nothing': { container: { livenessProbe: {} } },
  'there is only the other, and it asks nothing': { container: { readinessProbe: {} } },
  'programs differ': { container: { livenessProbe: { exec: { command: ['live'] } }, readinessProbe: { exec: { command: ['ready'] } } } },
  'services of gRPC differ': { container: { livenessProbe: { grpc: { port: 8080, service: 'live' } }, readinessProbe: { grpc: { port: 8080 } } } },
  'ports of TCP differ': { container: { livenessProbe: tcp, readinessProbe: { tcpSocket: { port: 8081 } } } },
});

fails(probesDiffer, {
  'both open the same port': { container: { livenessProbe: tcp, readinessProbe: tcp } },
  'they differ only in how often they ask': { container: { livenessProbe: { ...http('/'), periodSeconds: 10 }, readinessProbe: http('/') } },
  'both run the same program': { container: { livenessProbe: { exec: { command: ['check'] } }, readinessProbe: { exec: { command: ['check'] } } } },
  'both ask the same service of gRPC': { container: { livenessProbe: { grpc: { port: 8080 } }, readinessProbe: { grpc: { port: 8080 } } } },
});
