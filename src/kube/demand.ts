import { ContainerView, containersOf, groupKind, JsonObject, objectAt } from './pod';
import { Quantity } from './quantity';

/** The resources that are counted. */
export const COUNTED_RESOURCES: readonly string[] = ['cpu', 'ephemeral-storage', 'memory'];

/** What pods need at most at one time. */
export interface Demand {
  /** Per counted resource what is kept free; nothing where no container asks. */
  readonly requests: Record<string, Quantity>;
  /** Per counted resource the most that may be used, of those containers that have a limit. */
  readonly limits: Record<string, Quantity>;
  /** The counted resources for which some container has no limit: the sum in `limits` then is no bound. */
  readonly unlimited: readonly string[];
}

type Field = 'requests' | 'limits';

/**
 * What one pod of a spec needs, as the scheduler and the quota count it: the larger of what runs together, and of each init container with
 * the sidecars started before it; then the overhead of its RuntimeClass, if the spec states it. Throws where a quantity is none.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function demandOf(podSpec: unknown): Demand {
  const containers = containersOf(podSpec).filter(container => container.role !== 'ephemeral');
  const spec = objectAt(podSpec, []);
  return {
    requests: perResource(resource => requestOf(spec, containers, resource).plus(overheadOf(spec, resource))),
    limits: perResource(resource => {
      const limit = limitOf(spec, containers, resource);
      return limit.isZero() ? limit : limit.plus(overheadOf(spec, resource));
    }),
    unlimited: COUNTED_RESOURCES.filter(resource => isUnset(podLimit(spec, resource))
      && containers.some(container => isUnset(stated(container, 'limits', resource)))),
  };
}

/** Both together. */
export function addDemand(a: Demand, b: Demand): Demand {
  return {
    requests: perResource(resource => a.requests[resource].plus(b.requests[resource])),
    limits: perResource(resource => a.limits[resource].plus(b.limits[resource])),
    unlimited: COUNTED_RESOURCES.filter(resource => a.unlimited.includes(resource) || b.unlimited.includes(resource)),
  };
}

/** That of so many pods. */
export function timesDemand(demand: Demand, pods: number): Demand {
  return {
    requests: perResource(resource => demand.requests[resource].times(pods)),
    limits: perResource(resource => demand.limits[resource].times(pods)),
    unlimited: pods === 0 ? [] : demand.unlimited,
  };
}

/**
 * How many pods of a manifest a quota may see at one time. Terminating pods count for a quota but not for their controller, which may replace
 * all of them at once: hence the factor of 2.
 *
 * `Infinity` where nothing bounds it (a CronJob whose runs may overlap), `undefined` where only the cluster knows (a DaemonSet: one per
 * node), 0 for a kind that makes no pods.
 */
export function podsAtMost(manifest: unknown, autoscalerMax = 0): number | undefined {
  const spec = objectAt(manifest, ['spec']);
  switch (groupKind(manifest)) {
    case '/Pod':
      return 1;
    case '/ReplicationController': case 'apps/Deployment': case 'apps/ReplicaSet': case 'apps/StatefulSet':
      return 2 * Math.max(count(spec.replicas), autoscalerMax);
    case 'batch/Job':
      return 2 * count(spec.parallelism);
    case 'batch/CronJob':
      return runsAtOnce(spec.concurrencyPolicy) * count(objectAt(spec, ['jobTemplate', 'spec']).parallelism);
    case 'apps/DaemonSet':
      return undefined;
    default:
      return 0;
  }
}

function runsAtOnce(concurrencyPolicy: unknown): number {
  switch (concurrencyPolicy) {
    case 'Forbid': return 1;
    case 'Replace': return 2;
    default: return Infinity;
  }
}

function count(value: unknown): number {
  return Number.isSafeInteger(value) && value as number >= 0 ? value as number : 1;
}

function requestOf(spec: JsonObject, containers: readonly ContainerView[], resource: string): Quantity {
  const podRequest = podLevel(spec, 'requests', resource);
  if (podRequest) { return podRequest; }
  const requests = containers.map(container => stated(container, 'requests', resource) ?? stated(container, 'limits', resource));
  // A limit of the pod stands in for its request only where no container asks for anything.
  return requests.some(request => request) ? together(containers, requests) : podLimit(spec, resource) ?? Quantity.ZERO;
}

function limitOf(spec: JsonObject, containers: readonly ContainerView[], resource: string): Quantity {
  return podLimit(spec, resource) ?? together(containers, containers.map(container => stated(container, 'limits', resource)));
}

/** The most that is in use at one time, while the pod starts and after. */
function together(containers: readonly ContainerView[], amounts: readonly (Quantity | undefined)[]): Quantity {
  let sidecars = Quantity.ZERO;
  let running = Quantity.ZERO;
  let starting = Quantity.ZERO;
  containers.forEach(({ role }, i) => {
    const amount = amounts[i] ?? Quantity.ZERO;
    if (role === 'main') { running = running.plus(amount); }
    if (role === 'sidecar') { sidecars = sidecars.plus(amount); }
    if (role === 'init') { starting = starting.max(sidecars.plus(amount)); }
  });
  return running.plus(sidecars).max(starting);
}

function overheadOf(spec: JsonObject, resource: string): Quantity {
  return quantityAt(`${resource} overhead of the pod`, objectAt(spec, ['overhead']), resource) ?? Quantity.ZERO;
}

function stated(container: ContainerView, field: Field, resource: string): Quantity | undefined {
  return quantityAt(`${resource} in ${field} of ${container.path}`, objectAt(container.raw, ['resources', field]), resource);
}

function podLimit(spec: JsonObject, resource: string): Quantity | undefined {
  return podLevel(spec, 'limits', resource);
}

/** Resources of the pod as a whole, which override those of its containers; Kubernetes has none for local disk. */
function podLevel(spec: JsonObject, field: Field, resource: string): Quantity | undefined {
  return resource === 'ephemeral-storage' ? undefined
    : quantityAt(`${resource} in ${field} of the pod`, objectAt(spec, ['resources', field]), resource);
}

/** YAML makes numbers of `cpu: 1`, and Kubernetes takes them. */
function quantityAt(what: string, map: JsonObject, resource: string): Quantity | undefined {
  const value: unknown = map[resource];
  if (value === undefined || value === null) { return undefined; }
  return Quantity.parse(what, typeof value === 'number' ? String(value) : value as string);
}

/** At run time a limit of 0 is none. */
function isUnset(limit: Quantity | undefined): boolean {
  return limit === undefined || limit.isZero();
}

function perResource(quantity: (resource: string) => Quantity): Record<string, Quantity> {
  const quantities: Record<string, Quantity> = {};
  for (const resource of COUNTED_RESOURCES) { quantities[resource] = quantity(resource); }
  return quantities;
}
