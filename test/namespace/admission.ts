/*
 * What the API server does with a pod that is created in a namespace: LimitRanger gives defaults and checks bounds, then the quota is
 * charged. Written from the documentation, apart from the code that it judges, in plain numbers.
 */

const SUFFIXES: Record<string, number> = {
  '': 1, 'n': 1e-9, 'u': 1e-6, 'm': 1e-3, 'k': 1e3, 'M': 1e6, 'G': 1e9, 'T': 1e12, 'Ki': 1024, 'Mi': 1024 ** 2, 'Gi': 1024 ** 3, 'Ti': 1024 ** 4,
};

type Amounts = Record<string, unknown>;

export function amount(text: unknown): number {
  const [, number, suffix] = /^([\d.]+)([a-zA-Z]*)$/.exec(String(text))!;
  return Number(number) * SUFFIXES[suffix];
}

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

/** The pod as LimitRanger leaves it, or why it refuses it. */
export function admitted(podSpec: any, limitRange: any): { spec: any; refusals: string[] } {
  const [limits] = limitRange.spec.limits;
  const refused: string[] = [];
  const admit = (container: any) => {
    const stated = container.resources ?? {};
    const own = { limits: { ...stated.limits }, requests: { ...stated.limits, ...stated.requests } };
    const resources: { limits: Amounts; requests: Amounts } = {
      limits: { ...limits.default, ...own.limits }, requests: { ...limits.defaultRequest, ...own.requests },
    };
    for (const [resource, most] of Object.entries(limits.max ?? {})) {
      const limit = resources.limits[resource];
      if (limit === undefined) { refused.push(`${container.name} has no limit of ${resource}`); }
      for (const value of [limit, resources.requests[resource]]) {
        if (value !== undefined && amount(value) > amount(most)) { refused.push(`${container.name} wants more ${resource} than ${most}`); }
      }
    }
    for (const [resource, least] of Object.entries(limits.min ?? {})) {
      if (resources.requests[resource] === undefined) { refused.push(`${container.name} has no request of ${resource}`); }
      for (const value of [resources.limits[resource], resources.requests[resource]]) {
        if (value !== undefined && amount(value) < amount(least)) { refused.push(`${container.name} wants less ${resource} than ${least}`); }
      }
    }
    for (const [resource, request] of Object.entries(resources.requests)) {
      const limit = resources.limits[resource];
      if (limit !== undefined && amount(request) > amount(limit)) { refused.push(`${container.name} asks for more ${resource} than its limit`); }
    }
    return { ...container, resources };
  };
  const spec = {
    ...podSpec, containers: podSpec.containers.map(admit), ...(podSpec.initContainers ? { initContainers: podSpec.initContainers.map(admit) } : {}),
  };
  return { spec, refusals: refused };
}

/** What one admitted pod is charged with, by the quota's own keys. */
export function charge({ containers, initContainers = [] }: any): Record<string, number> {
  const sum: Record<string, number> = { pods: 1 };
  for (const field of ['requests', 'limits']) {
    for (const resource of RESOURCES) {
      const of = (container: any) => amount(container.resources[field][resource] ?? 0);
      let sidecars = 0;
      let starting = 0;
      for (const container of initContainers) {
        if (container.restartPolicy === 'Always') { sidecars += of(container); } else { starting = Math.max(starting, sidecars + of(container)); }
      }
      sum[`${field}.${resource}`] = Math.max(starting, containers.reduce((total: number, each: any) => total + of(each), sidecars));
    }
  }
  return sum;
}

/** What the quota refuses, were these pods all there at once. */
export function overQuota(pods: readonly { spec: any; count: number }[], quota: any): string[] {
  const refused: string[] = [];
  for (const [key, hard] of Object.entries(quota.spec.hard).filter(([name]) => !name.startsWith('services.'))) {
    const [field, resource] = key.split('.');
    for (const container of pods.flatMap(({ spec }) => [...spec.containers, ...spec.initContainers ?? []])) {
      if (resource && container.resources[field][resource] === undefined) { refused.push(`${container.name} must state ${key}`); }
    }
    const used = pods.reduce((sum, { spec, count }) => sum + count * charge(spec)[key], 0);
    // What is counted in floating point may be off by a hair.
    if (used > amount(hard) * (1 + 1e-9)) { refused.push(`${key}: ${used} of ${hard}`); }
  }
  return refused;
}

const POD_AT: Record<string, (json: any) => any> = {
  Pod: json => json,
  CronJob: json => json.spec.jobTemplate.spec.template,
  ...Object.fromEntries(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicaSet'].map(kind => [kind, (json: any) => json.spec.template])),
};

/** All that a namespace would refuse were all its pods there twice, but for those that nothing replaces; DaemonSets run on so many nodes. */
export function refusals(manifests: readonly any[], namespace: string, nodes = 0): string[] {
  const here = manifests.filter(({ metadata }) => metadata.namespace === namespace);
  const [limitRange, quota] = ['LimitRange', 'ResourceQuota'].map(kind => here.find(json => json.kind === kind));
  const scalers = here.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map(({ spec }) => spec);
  const pods = here.filter(({ kind }) => POD_AT[kind]).map(json => {
    const { spec, refusals: refused } = admitted(POD_AT[json.kind](json).spec, limitRange);
    const scaled = scalers.find(({ scaleTargetRef: target }) => target.kind === json.kind && target.name === json.metadata.name);
    const counts: Record<string, number> = {
      Pod: 1, DaemonSet: 2 * nodes, Job: 2 * (json.spec.parallelism ?? 1), CronJob: json.spec.jobTemplate?.spec.parallelism ?? 1,
    };
    return { spec, refused, count: counts[json.kind] ?? 2 * Math.max(scaled?.maxReplicas ?? 0, json.spec.replicas ?? 1) };
  });
  return [...pods.flatMap(({ refused }) => refused), ...overQuota(pods, quota)];
}
