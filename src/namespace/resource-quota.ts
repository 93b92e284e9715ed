import type { NamespaceContents } from './namespace-contents';
import type { FixedBudget, NamespaceQuota } from './namespace-quota';
import { refuse } from '../kube/problem';
import { Quantity } from '../kube/quantity';

/** Room beside what is known to run: pods that are debugged, tried or made by controllers. */
const SPARE: Readonly<Record<string, Quantity>> = {
  'cpu': Quantity.parse('spare', '1'),
  'memory': Quantity.parse('spare', '1Gi'),
  'ephemeral-storage': Quantity.parse('spare', '1Gi'),
};

const SPARE_PODS = 10;

/** Spec of the one ResourceQuota of a namespace: a quota that does not name a resource does not bound it. */
export function resourceQuotaSpec(namespace: string, contents: NamespaceContents, quota: NamespaceQuota): Record<string, unknown> {
  const amounts = quota._budget ? fixed(namespace, contents, quota._budget) : computed(contents);
  return {
    hard: {
      ...amounts,
      'services.loadbalancers': String(contents.loadBalancers),
      'services.nodeports': String(contents.nodePorts),
    },
  };
}

function computed(contents: NamespaceContents): Record<string, string> {
  const hard: Record<string, string> = { pods: coarsePods(contents.pods) };
  for (const resource of Object.keys(SPARE)) {
    hard[`requests.${resource}`] = withRoom(contents.demand.requests[resource], contents.biggestPod.requests[resource], resource);
    // A quota on limits would refuse every container that has none.
    if (!contents.demand.unlimited.includes(resource)) {
      hard[`limits.${resource}`] = withRoom(contents.demand.limits[resource], contents.biggestPod.limits[resource], resource);
    }
  }
  return hard;
}

/** In coarse steps, so that a small change of a workload leaves the quota alone, and shrinking one seldom catches its own rollout. */
function withRoom(needed: Quantity, pod: Quantity, resource: string): string {
  const room = needed.quarter().max(pod).max(SPARE[resource]);
  return (resource === 'cpu' ? needed.plus(room) : room.plus(needed)).roundUpCoarse().toString();
}

function coarsePods(pods: number): string {
  const wanted = Math.max(Math.ceil(pods * 1.25), pods + SPARE_PODS);
  return Quantity.parse('pods', String(wanted)).roundUpCoarse().toString();
}

function fixed(namespace: string, contents: NamespaceContents, budget: FixedBudget): Record<string, string> {
  const { demand } = contents;
  const rows: [string, Quantity, Quantity][] = [
    ['requests.cpu', demand.requests.cpu, budget.cpuRequests],
    ['limits.cpu', demand.limits.cpu, budget.cpuLimits],
    ['requests.memory', demand.requests.memory, budget.memory],
    ['limits.memory', demand.limits.memory, budget.memory],
    ['requests.ephemeral-storage', demand.requests['ephemeral-storage'], budget.ephemeralStorage],
    ['limits.ephemeral-storage', demand.limits['ephemeral-storage'], budget.ephemeralStorage],
  ];
  const bounded = rows.filter(([key]) => !(key.startsWith('limits.') && demand.unlimited.includes(key.slice('limits.'.length))));
  const over = bounded.filter(([, needed, most]) => needed.compare(most) > 0).map(([key, needed, most]) => `${key} needs ${needed} of ${most}`);
  if (contents.pods > budget.pods) { over.push(`pods needs ${contents.pods} of ${budget.pods}`); }
  if (over.length > 0) {
    refuse({
      what: `workloads of namespace "${namespace}" do not fit its quota, counting each pod twice since pods that are ending still count`,
      got: over.join(', '),
      expected: 'no more than the quota',
      todo: 'ask for less, run fewer replicas, or have the quota raised',
    });
  }
  return { pods: String(budget.pods), ...Object.fromEntries(bounded.map(([key, , most]) => [key, most.toString()])) };
}
