import { fails, holds } from './cases';
import { livenessProbeSet } from '../../../src/policy/rules/liveness-probe-set';

holds(livenessProbeSet, {
  'a port is opened': { container: { livenessProbe: { tcpSocket: { port: 8080 } } } },
});

fails(livenessProbeSet, {
  'nothing is said': {},
  'only its readiness is asked for': { container: { readinessProbe: { tcpSocket: { port: 8080 } } } },
});
