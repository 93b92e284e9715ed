import type { ApiObject } from 'cdk8s';
import { ContainerDefaults, defaultsFor, withDefaults } from './container-defaults';
import { addDemand, COUNTED_RESOURCES, Demand, demandOf, podsAtMost, timesDemand } from '../kube/demand';
import { ContainerView, containersOf, JsonObject, objectAt, podOf } from '../kube/pod';
import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';
import { isRendered } from '../policy/rendered-object';

/** What the manifests of a namespace do not say themselves. */
export interface ContentsOptions {
  readonly nodes?: number;
  readonly injectsProxy: boolean;
  /** How many pods, and what Services, a mesh makes beside those that the manifests name. */
  readonly proxies?: { readonly pods: number; readonly loadBalancers: number; readonly nodePorts: number };
  /** Whether somebody else set the quota, so that it does not follow from the contents. */
  readonly budgeted: boolean;
}

/** What runs in a namespace, as a quota and a limit range see it. */
export interface NamespaceContents {
  /** Of all pods that may be there at one time. */
  readonly demand: Demand;
  readonly pods: number;
  /** The most that one pod asks for, for each resource by itself. */
  readonly biggestPod: Demand;
  /** What a container receives that says nothing. It is counted in the demand. */
  readonly defaults: ContainerDefaults;
  /** The most that one container may use, and the least that one asks for. */
  readonly containerMost: Readonly<Record<string, Quantity>>;
  readonly containerLeast: Readonly<Record<string, Quantity>>;
  readonly loadBalancers: number;
  readonly nodePorts: number;
}

interface Runs {
  readonly manifest: JsonObject;
  readonly spec: JsonObject;
  readonly pods: number;
  readonly containers: readonly ContainerView[];
  /** Whether this library made it, so that a CPU limit can be missing only where it is waived. */
  readonly own: boolean;
  /** Whether it is written as it was made, so that no container says less than it must. */
  readonly untouched: boolean;
}

/** What Istio's proxy asks for where nobody says otherwise. */
const PROXY = { containers: [{ resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2', memory: '1Gi' } } }] };

const NO_PROXIES = { pods: 0, loadBalancers: 0, nodePorts: 0 };

const NOTHING = demandOf({ containers: [] });

/** Reads what runs in a namespace from the objects that are written there, whoever made them. */
export function contentsOf(namespace: string, objects: readonly ApiObject[], options: ContentsOptions): NamespaceContents {
  const written = objects.filter(object => READ.has(object.kind))
    .map(object => isRendered(object)
      ? { manifest: object.peek(), own: true, untouched: !object.isPatched }
      : { manifest: object.toJson(), own: false, untouched: false });
  const manifests = written.map(({ manifest }) => manifest);
  const most = autoscalerMaxima(namespace, manifests, options);
  const runs = written.flatMap(({ manifest, own, untouched }): Runs[] => {
    const pod = podOf(manifest);
    return pod ? [{
      manifest,
      spec: pod.spec,
      pods: podsOf(namespace, manifest, most.get(`${manifest.kind}/${manifest.metadata?.name}`), options.nodes),
      containers: containersOf(pod.spec).filter(({ role }) => role !== 'ephemeral'),
      own,
      untouched,
    }] : [];
  });
  const stated = bounds(namespace, runs);
  const defaults = defaultsFor(runs.filter(({ untouched }) => !untouched).map(({ spec }) => spec), runs.some(waivesCpuLimit) ? ['cpu'] : []);
  const proxy = options.injectsProxy ? demandOf(withDefaults(PROXY, defaults)) : NOTHING;
  let demand = NOTHING;
  let biggestPod = NOTHING;
  for (const { spec, pods, untouched } of runs) {
    const one = addDemand(demandOf(untouched ? spec : withDefaults(spec, defaults)), proxy);
    demand = addDemand(demand, timesDemand(one, pods));
    biggestPod = larger(biggestPod, one);
  }
  const proxies = options.proxies ?? NO_PROXIES;
  if (proxies.pods > 0) {
    const one = demandOf(withDefaults(PROXY, defaults));
    demand = addDemand(demand, timesDemand(one, proxies.pods));
    biggestPod = larger(biggestPod, one);
  }
  return {
    demand,
    biggestPod,
    defaults,
    pods: runs.reduce((sum, { pods }) => sum + pods, proxies.pods),
    ...stated,
    ...exposures(manifests.filter(manifest => manifest.kind === 'Service'), proxies),
  };
}

function waivesCpuLimit({ own, containers }: Runs): boolean {
  return own && containers.some(({ raw }) => objectAt(raw, ['resources', 'limits']).cpu === undefined);
}

const READ = new Set([
  'Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob',
  'Service', 'HorizontalPodAutoscaler', 'ScaledObject', 'VerticalPodAutoscaler',
]);

/** What KEDA scales to where its ScaledObject does not say. */
const KEDA_MAXIMUM = 100;

function autoscalerMaxima(namespace: string, manifests: readonly JsonObject[], { budgeted }: ContentsOptions): Map<string, number> {
  const most = new Map<string, number>();
  for (const manifest of manifests) {
    const max: unknown = manifest.kind === 'ScaledObject' ? manifest.spec?.maxReplicaCount ?? KEDA_MAXIMUM : manifest.spec?.maxReplicas;
    if ((manifest.kind === 'HorizontalPodAutoscaler' || manifest.kind === 'ScaledObject') && Number.isInteger(max)) {
      const target = manifest.spec?.scaleTargetRef;
      most.set(`${target?.kind ?? 'Deployment'}/${target?.name}`, max as number);
    }
    // One that is off only recommends.
    if (manifest.kind === 'VerticalPodAutoscaler' && !budgeted && manifest.spec?.updatePolicy?.updateMode !== 'Off') {
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

function bounds(namespace: string, runs: readonly Runs[]): Pick<NamespaceContents, 'containerMost' | 'containerLeast'> {
  const containerMost: Record<string, Quantity> = {};
  const containerLeast: Record<string, Quantity> = {};
  for (const [resource, amount] of runs.flatMap(each => amountsIn(namespace, each))) {
    containerMost[resource] = amount.max(containerMost[resource] ?? amount);
    containerLeast[resource] = amount.compare(containerLeast[resource] ?? amount) < 0 ? amount : containerLeast[resource] ?? amount;
  }
  return { containerMost, containerLeast };
}

/** What the containers of a manifest state. */
function amountsIn(namespace: string, { manifest, containers }: Runs): [string, Quantity][] {
  return containers.flatMap(({ raw, name }) => ['requests', 'limits'].flatMap(field => {
    const stated = objectAt(raw, ['resources', field]);
    return COUNTED_RESOURCES.filter(resource => stated[resource] !== undefined && stated[resource] !== null).map((resource): [string, Quantity] => {
      const what = `${resource} in ${field} of container "${name}" of ${manifest.kind} "${manifest.metadata?.name}"`;
      const amount = Quantity.parse(what, String(stated[resource]));
      return amount.isZero() ? refuse({
        what,
        got: stated[resource],
        expected: `more than 0: the limit range of namespace "${namespace}" admits nothing less`,
        todo: 'say what it needs, or leave it out',
      }) : [resource, amount];
    });
  }));
}

/** Node ports that the API server gives to Services, and those that they name. */
function exposures(services: readonly JsonObject[], beside: typeof NO_PROXIES): { loadBalancers: number; nodePorts: number } {
  const balanced = services.filter(service => service.spec?.type === 'LoadBalancer');
  const onNodes = services.filter(service => service.spec?.type === 'NodePort').concat(balanced).flatMap(({ spec }) => {
    const ports: JsonObject[] = spec.ports ?? [];
    return spec.allocateLoadBalancerNodePorts === false ? ports.filter(port => port.nodePort) : ports;
  });
  return { loadBalancers: balanced.length + beside.loadBalancers, nodePorts: onNodes.length + beside.nodePorts };
}
