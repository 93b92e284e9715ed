import { PortProtocol } from '../../src';
import { settlePorts } from '../../src/workload/container-port';
import { autoscalerSpec, disruptionBudgetSpec, serviceSpec } from '../../src/workload/workload-objects';

const SELECTOR = { 'app.kubernetes.io/instance': 'web' };

test('a Service leads to the ports by name, so that their numbers can change', () => {
  const ports = settlePorts('"web"', undefined, [{ number: 8080, name: 'main', servicePort: 80 }, { number: 5353, protocol: PortProtocol.UDP }]);
  expect(serviceSpec(SELECTOR, ports)).toEqual({
    ports: [
      { appProtocol: 'http', name: 'main', port: 80, protocol: 'TCP', targetPort: 'main' },
      { name: 'udp-5353', port: 5353, protocol: 'UDP', targetPort: 'udp-5353' },
    ],
    selector: SELECTOR,
    type: 'ClusterIP',
  });
});

test('a disruption budget does not count pods that are ill already', () => {
  expect(disruptionBudgetSpec(SELECTOR, 2)).toEqual({ maxUnavailable: 2, selector: { matchLabels: SELECTOR }, unhealthyPodEvictionPolicy: 'AlwaysAllow' });
});

test('an autoscaler follows the CPU of what it scales', () => {
  expect(autoscalerSpec('StatefulSet', 'db', { min: 2, max: 9, cpu: 60 })).toEqual({
    maxReplicas: 9,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } }],
    minReplicas: 2,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' },
  });
});

test('no spec holds the selector itself, which the workload keeps', () => {
  const service = serviceSpec(SELECTOR, []);
  expect(service.selector).not.toBe(SELECTOR);
  expect((disruptionBudgetSpec(SELECTOR, 1).selector as any).matchLabels).not.toBe(SELECTOR);
});
