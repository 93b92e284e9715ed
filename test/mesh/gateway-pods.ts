/** The Deployment that istiod makes for a Gateway of Kubernetes, or that runs somewhere for a Gateway of Istio. */
export function gatewayPods(namespace: string, name: string, labels: Record<string, string>, serviceAccount: string, ports: number[]): any {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace, name },
    spec: {
      template: {
        metadata: { labels: { 'istio.io/dataplane-mode': 'none', 'sidecar.istio.io/inject': 'false', ...labels } },
        spec: { serviceAccountName: serviceAccount, containers: [{ name: 'istio-proxy', ports: ports.map(containerPort => ({ containerPort })) }] },
      },
    },
  };
}

/** The pods of a SecureGateway with the API of Kubernetes. */
export function madePods(name: string, namespace = 'shop'): any {
  return gatewayPods(namespace, `${name}-istio`, { 'gateway.networking.k8s.io/gateway-name': name }, `${name}-istio`, [443, 80]);
}
