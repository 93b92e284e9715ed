import { fails, holds } from './cases';
import { probesSet } from '../../../src/policy/rules/probes-set';

holds(probesSet, {
  'it is asked over HTTP': { container: { readinessProbe: { httpGet: { path: '/readyz', port: 8080 } } } },
});

fails(probesSet, {
  'nothing is said': {},
  'only its life is asked for': { container: { livenessProbe: { tcpSocket: { port: 8080 } } } },
  'only its start is asked for': { container: { startupProbe: { tcpSocket: { port: 8080 } } } },
});
