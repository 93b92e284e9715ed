import type { SettledPort } from './container-port';

/** Spec of the Service in front of a workload's pods. */
export function serviceSpec(selector: Readonly<Record<string, string>>, ports: readonly SettledPort[]): Record<string, unknown> {
  return {
    ports: ports.map(port => ({
      ...(port.appProtocol ? { appProtocol: port.appProtocol } : {}),
      name: port.name,
      port: port.servicePort,
      protocol: port.protocol,
      targetPort: port.name,
    })),
    selector: { ...selector },
    type: 'ClusterIP',
  };
}

/** Spec of a disruption budget. It never counts pods that are ill already, so that a broken workload does not hold up a drain. */
export function disruptionBudgetSpec(selector: Readonly<Record<string, string>>, maxUnavailable: number): Record<string, unknown> {
  return { maxUnavailable, selector: { matchLabels: { ...selector } }, unhealthyPodEvictionPolicy: 'AlwaysAllow' };
}

/** Spec of an autoscaler that follows the CPU. */
export function autoscalerSpec(
  kind: string, name: string, scale: { readonly min: number; readonly max: number; readonly cpu: number },
): Record<string, unknown> {
  return {
    maxReplicas: scale.max,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: scale.cpu } } }],
    minReplicas: scale.min,
    scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
  };
}
