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
});

fails(probesDiffer, {
  'both open the same port': { container: { livenessProbe: tcp, readinessProbe: tcp } },
  'they differ only in how often they ask': { container: { livenessProbe: { ...http('/'), periodSeconds: 10 }, readinessProbe: http('/') } },
  'both run the same program': { container: { livenessProbe: { exec: { command: ['check'] } }, readinessProbe: { exec: { command: ['check'] } } } },
});
