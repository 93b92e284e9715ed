import type { ApiObject } from 'cdk8s';
import { addDemand, Demand, demandOf, podsAtMost, timesDemand } from '../kube/demand';
import { containersOf, JsonObject, objectAt, podOf } from '../kube/pod';
import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';
import { isRendered } from '../policy/rendered-object';

/** What the manifests of a namespace do not say themselves. */
export interface ContentsOptions {
  readonly nodes?: number;
  readonly injectsProxy: boolean;
}

/** What runs in a namespace, as a quota and a limit range see it. */
export interface NamespaceContents {
  /** Of all pods that may be there at one time. */
  readonly demand: Demand;
  readonly pods: number;
  /** The most that one pod asks for, for each resource by itself. */
  readonly biggestPod: Demand;
  /** The most that one container may use, and the least that one asks for. */
  readonly containerMost: Readonly<Record<string, Quantity>>;
  readonly containerLeast: Readonly<Record<string, Quantity>>;
  readonly loadBalancers: number;
  readonly nodePorts: number;
}

/** What Istio's proxy asks for where nobody says otherwise. */
const PROXY = demandOf({
  containers: [{
    resources: {
      requests: { 'cpu': '100m', 'memory': '128Mi', 'ephemeral-storage': '128Mi' },
      limits: { 'cpu': '2', 'memory': '1Gi', 'ephemeral-storage': '128Mi' },
    },
  }],
});

const NOTHING = demandOf({ containers: [] });

/** Reads what runs in a namespace from the objects that are written there, whoever made them. */
export function contentsOf(namespace: string, objects: readonly ApiObject[], options: ContentsOptions): NamespaceContents {
  const manifests = objects.filter(object => READ.has(object.kind))
    .map(object => isRendered(object) ? object.peek() : object.toJson());
  const most = autoscalerMaxima(namespace, manifests);
  let demand = NOTHING;
  let biggestPod = NOTHING;
  let pods = 0;
  const containerMost: Record<string, Quantity> = {};
  const containerLeast: Record<string, Quantity> = {};
  for (const manifest of manifests) {
    const pod = podOf(manifest);
    if (!pod) { continue; }
    const one = options.injectsProxy ? addDemand(demandOf(pod.spec), PROXY) : demandOf(pod.spec);
    const count = podsOf(namespace, manifest, most.get(`${manifest.kind}/${manifest.metadata?.name}`), options.nodes);
    demand = addDemand(demand, timesDemand(one, count));
    biggestPod = larger(biggestPod, one);
    pods += count;
    for (const { raw, role } of containersOf(pod.spec)) {
      if (role !== 'ephemeral') { bound(objectAt(raw, ['resources']), containerMost, containerLeast); }
    }
  }
  const services = manifests.filter(manifest => manifest.kind === 'Service');
  return { demand, pods, biggestPod, containerMost, containerLeast, ...exposures(services) };
}

const READ = new Set([
  'Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob',
  'Service', 'HorizontalPodAutoscaler', 'VerticalPodAutoscaler',
]);

function autoscalerMaxima(namespace: string, manifests: readonly JsonObject[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const manifest of manifests) {
    if (manifest.kind === 'HorizontalPodAutoscaler') {
      const target = manifest.spec?.scaleTargetRef;
      most.set(`${target?.kind}/${target?.name}`, Number(manifest.spec?.maxReplicas));
    }
    if (manifest.kind === 'VerticalPodAutoscaler') {
      refuse({
        what: `quota of namespace "${namespace}" cannot be computed: a VerticalPodAutoscaler changes what pods ask for`,
        got: manifest.metadata?.name,
        expected: 'workloads that state what they need',
        todo: 'give the namespace a NamespaceQuota.fixed(…)',
      });
    }
  }
  return most;
}

function podsOf(namespace: string, manifest: JsonObject, autoscalerMax: number | undefined, nodes: number | undefined): number {
  const count = podsAtMost(manifest, autoscalerMax);
  if (count === undefined) {
    return nodes === undefined ? refuse({
      what: `quota of namespace "${namespace}" cannot be computed: DaemonSet "${manifest.metadata?.name}" runs on every node`,
      got: nodes,
      expected: 'the number of nodes',
      todo: 'say it with NamespaceQuota.computed({ nodes }) or .fixed({ …, nodes })',
    }) : 2 * nodes;
  }
  if (!Number.isFinite(count)) {
    refuse({
      what: `quota of namespace "${namespace}" cannot be computed: runs of CronJob "${manifest.metadata?.name}" may overlap without bound`,
      got: manifest.spec?.concurrencyPolicy ?? 'Allow',
      expected: 'Forbid or Replace',
      todo: 'set its concurrencyPolicy',
    });
  }
  return count;
}

function larger(a: Demand, b: Demand): Demand {
  const most = (x: Record<string, Quantity>, y: Record<string, Quantity>) =>
    Object.fromEntries(Object.keys({ ...x, ...y }).map(key => [key, (x[key] ?? Quantity.ZERO).max(y[key] ?? Quantity.ZERO)]));
  return { requests: most(a.requests, b.requests), limits: most(a.limits, b.limits), unlimited: [...new Set([...a.unlimited, ...b.unlimited])] };
}

function bound(resources: JsonObject, most: Record<string, Quantity>, least: Record<string, Quantity>): void {
  for (const field of ['requests', 'limits']) {
    for (const [resource, text] of Object.entries(objectAt(resources, [field]))) {
      const amount = Quantity.parse(`${resource} in ${field} of a container`, String(text));
      most[resource] = (most[resource] ?? Quantity.ZERO).max(amount);
      if (least[resource] === undefined || amount.compare(least[resource]) < 0) { least[resource] = amount; }
    }
  }
}

function exposures(services: readonly JsonObject[]): { loadBalancers: number; nodePorts: number } {
  const balanced = services.filter(service => service.spec?.type === 'LoadBalancer');
  const onNodes = [
    ...services.filter(service => service.spec?.type === 'NodePort'),
    ...balanced.filter(service => service.spec?.allocateLoadBalancerNodePorts !== false),
  ];
  return { loadBalancers: balanced.length, nodePorts: onNodes.reduce((sum, service) => sum + (service.spec?.ports?.length ?? 0), 0) };
}
