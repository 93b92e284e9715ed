import * as yaml from 'yaml';
import { Message, mustAsk } from './istio';
import type { Manifest } from '../examples';

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'];
const PROXY = { name: 'istio-proxy', image: 'registry.example.com/istio/proxyv2:1.28.0' };

/** What `istioctl analyze` says of manifests in a cluster in which their pods run: it looks for pods, and not for what makes them. */
export async function analyze(objects: readonly Manifest[]): Promise<Message[]> {
  const all = [...objects, ...objects.flatMap(object => podsOf(object, objects))];
  return mustAsk<Message[]>({ ask: 'analyze', manifests: all.map(object => yaml.stringify(object, { aliasDuplicateObjects: false })).join('---\n') });
}

/** As the cluster has them: with what the injector of Istio, its node agent or its control plane adds. */
function podsOf({ kind, metadata: { name, namespace }, spec }: Manifest, objects: readonly Manifest[]): Manifest[] {
  if (kind === 'Gateway' && spec.gatewayClassName === 'istio-waypoint') {
    return [pod(name, namespace, { labels: { 'gateway.networking.k8s.io/gateway-name': name } }, { serviceAccountName: name, containers: [PROXY] })];
  }
  if (!WORKLOADS.includes(kind)) { return []; }
  const { metadata, spec: podSpec } = spec.template;
  const labels = objects.find(object => object.kind === 'Namespace' && object.metadata.name === namespace)?.metadata.labels ?? {};
  if (labels['istio.io/rev'] !== undefined) { return [pod(name, namespace, metadata, { ...podSpec, containers: [...podSpec.containers, PROXY] })]; }
  const isAmbient = labels['istio.io/dataplane-mode'] === 'ambient';
  return [pod(name, namespace, isAmbient ? { ...metadata, annotations: { ...metadata.annotations, 'ambient.istio.io/redirection': 'enabled' } } : metadata, podSpec)];
}

/** Who a pod is. */
interface Described {
  readonly labels?: object;
  readonly annotations?: object;
}

function pod(name: string, namespace: string | undefined, { labels, annotations }: Described, spec: object): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: `${name}-0`, namespace, labels, annotations }, spec };
}

export const shown = ({ code, level, origin, text }: Message): string => `${code} (${level}) ${origin}: ${text}`;
