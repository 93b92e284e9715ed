import { ApiObject, Chart } from 'cdk8s';
import { SecureApp, SecureAppProps } from '../../src/app/secure-app';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

/** An app, with one chart. */
export function secureApp(props: Partial<SecureAppProps> = {}) {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, ...props });
  return { app, chart: new Chart(app, 'chart') };
}

/** A DaemonSet of others, on the network of the node. */
export function agent(chart: Chart, name = 'agent', namespace = 'agents'): ApiObject {
  const spec = { hostNetwork: true, containers: [{ name: 'main', image: 'agent:1' }] };
  return new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace },
    spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec } },
  });
}
