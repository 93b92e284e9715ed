import * as fs from 'fs';
import * as path from 'path';
import { ApiObjectProps } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import * as yaml from 'yaml';
import { admitted, charge, refusals } from './admission';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { NamespaceQuota } from '../../src/namespace/namespace-quota';
import { SecureNamespaceProps } from '../../src/namespace/secure-namespace';
import { HardenedSettings } from '../../src/policy/settings';
import { Waivers } from '../../src/policy/waivers';
import { foreign, manifest, Shop, openShop, workload } from '../network/shop';

const ONE = { cpu: '1', cpuLimit: '2', memory: '1Gi', ephemeralStorage: '1Gi' };
const RESOURCES = { requests: { 'cpu': '1', 'memory': '1Gi', 'ephemeral-storage': '1Gi' }, limits: { 'cpu': '2', 'memory': '1Gi', 'ephemeral-storage': '1Gi' } };
const IMAGE = 'registry.example.com/x:1';
const BIG_INIT = { name: 'first', image: IMAGE, resources: { cpu: '3', cpuLimit: '4', memory: '4Gi', ephemeralStorage: '1Gi' } };
const SIDECAR = { name: 'beside', image: IMAGE, resources: ONE };
const NO_PROBES = [{ rule: 'probes-set', container: 'beside', reason: 'Nobody asks it.' }];

const LABELS = { app: 'theirs' };
const selector = { matchLabels: LABELS };
const template = (resources?: unknown, more: object = {}) => (
  { metadata: { labels: LABELS }, spec: { containers: [{ name: 'main', image: IMAGE, ...(resources ? { resources } : {}) }], ...more } }
);
const ENDS = { restartPolicy: 'Never' };
const daemonSet = (resources?: unknown) => ({ apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { selector, template: template(resources) } });
const deployment = (replicas: number, resources?: unknown) => ({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { replicas, selector, template: template(resources) } });
const cronJob = (concurrencyPolicy: string | undefined, parallelism = 1) => ({
  apiVersion: 'batch/v1', kind: 'CronJob', spec: { concurrencyPolicy, jobTemplate: { spec: { parallelism, template: template(RESOURCES, ENDS) } } },
});
const autoscaler = (kind: string, name: string, maxReplicas?: unknown) => ({
  apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind, name }, maxReplicas },
});
const OPEN_TO_ONE = { type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.0/24'] };
const service = (spec: unknown) => ({ apiVersion: 'v1', kind: 'Service', spec });

function hardOf(fill: (made: Shop) => void, props: SecureNamespaceProps = {}, settings: HardenedSettings = {}): Record<string, string> {
  const made = openShop(settings, props);
  Waivers.of(made.chart).add({ rule: 'hpa-owns-replicas', reason: 'the quota counts whatever is larger' });
  fill(made);
  return manifest(made.chart, 'ResourceQuota', 'quota').spec.hard;
}

/** A quota in the order in which one computes it: CPU, memory and disk, each as request and limit, then pods. */
const hard = (cpu: [string, string], memory: [string, string], disk: [string, string], pods: string) => ({
  'requests.cpu': cpu[0],
  'limits.cpu': cpu[1],
  'requests.memory': memory[0],
  'limits.memory': memory[1],
  'requests.ephemeral-storage': disk[0],
  'limits.ephemeral-storage': disk[1],
  pods,
  'services.loadbalancers': '0',
  'services.nodeports': '0',
});

/** Where memory and disk are the same, and requests of them are limits. */
const even = (cpu: [string, string], amount: string, pods: string) => hard(cpu, [amount, amount], [amount, amount], pods);

// Each pod asks for 1 CPU of at most 2, 1Gi of memory and 1Gi of disk. The room beside is a quarter, or a pod, or 1 CPU and 1Gi.
test.each<[string, (made: Shop) => void, Record<string, string>, SecureNamespaceProps?, HardenedSettings?]>([
  ['nothing: room for 1 CPU, 1Gi and 10 pods', () => {}, even(['1', '1'], '1Gi', '10')],
  ['2 replicas are 4 pods: 4 + 1, 8 + 2, 4Gi + 1Gi, 14', ({ namespace }) => { workload(namespace, 'a', { resources: ONE }); }, even(['5', '10'], '5Gi', '20')],
  ['5 replicas are 10 pods: 12.5, 25, 12.5Gi, 20', ({ namespace }) => { workload(namespace, 'a', { resources: ONE, replicas: 5 }); },
    even(['20', '50'], '20Gi', '20')],
  ['two workloads of 2 are 8 pods: 10, 20, 10Gi, 18', ({ namespace }) => ['a', 'b'].forEach(id => workload(namespace, id, { resources: ONE })),
    even(['10', '20'], '10Gi', '20')],
  ['up to 10 replicas of our autoscaler are 20 pods: 25, 50, 25Gi, 30',
    ({ namespace }) => { workload(namespace, 'a', { resources: ONE, autoscaling: { maxReplicas: 10 } }); }, even(['50', '50'], '50Gi', '50')],
  ['up to 10 replicas of an autoscaler of cdk8s-plus are 20 pods',
    ({ namespace }) => { new kplus.HorizontalPodAutoscaler(namespace, 'hpa', { target: workload(namespace, 'a', { resources: ONE }), maxReplicas: 10 }); },
    even(['50', '50'], '50Gi', '50')],
  ['up to 10 replicas of any autoscaler of a foreign Deployment are 20 pods', ({ namespace }) => {
    foreign(namespace, 'hpa', autoscaler('Deployment', 'theirs', 10));
    foreign(namespace, 'theirs', deployment(2, RESOURCES));
  }, even(['50', '50'], '50Gi', '50')],
  ['an autoscaler of something else changes nothing', ({ namespace }) => {
    workload(namespace, 'a', { resources: ONE });
    foreign(namespace, 'other', autoscaler('Deployment', 'b', 10));
    foreign(namespace, 'kind', autoscaler('StatefulSet', 'a', 10));
    foreign(namespace, 'none', autoscaler('Deployment', 'a'));
    foreign(namespace, 'odd', autoscaler('Deployment', 'a', 'many'));
  }, even(['5', '10'], '5Gi', '20')],
  ['more replicas than the autoscaler allows still count, until it acts', ({ namespace }) => {
    foreign(namespace, 'theirs', deployment(5, RESOURCES));
    foreign(namespace, 'hpa', autoscaler('Deployment', 'theirs', 3));
  }, even(['20', '50'], '20Gi', '20')],
  ['a larger init container is what counts: 12 + 3, 16 + 4, 16Gi + 4Gi, and 4Gi + 1Gi of disk',
    ({ namespace }) => { workload(namespace, 'a', { resources: ONE, initContainers: [BIG_INIT] }); },
    hard(['20', '20'], ['20Gi', '20Gi'], ['5Gi', '5Gi'], '20')],
  ['a native sidecar runs beside: 8 + 2, 16 + 4, 8Gi + 2Gi',
    ({ namespace }) => { workload(namespace, 'a', { resources: ONE, sidecars: [SIDECAR], waivers: NO_PROBES }); }, even(['10', '20'], '10Gi', '20')],
  ['a native sidecar runs beside init containers too: 4 × (1 + 3) + 4, 4 × (2 + 4) + 6, 4 × 5Gi + 5Gi, 4 × 2Gi + 2Gi', ({ namespace }) => {
    workload(namespace, 'a', { resources: ONE, sidecars: [SIDECAR], initContainers: [BIG_INIT], waivers: NO_PROBES });
  }, hard(['20', '50'], ['50Gi', '50Gi'], ['10Gi', '10Gi'], '20')],
  ['before 1.29 a sidecar starts with the rest: 4 × 3 + 3, 4 × 4 + 4, 4 × 4Gi + 4Gi, 4 × 2Gi + 2Gi', ({ namespace }) => {
    workload(namespace, 'a', { resources: ONE, sidecars: [SIDECAR], initContainers: [BIG_INIT], waivers: NO_PROBES });
  }, hard(['20', '20'], ['20Gi', '20Gi'], ['10Gi', '10Gi'], '20'), {}, { kubernetesVersion: KubernetesVersion.V1_28 }],
  ['a Job of 3 at once is 6 pods: 7.5, 15, 7.5Gi, 16',
    ({ namespace }) => { foreign(namespace, 'job', { apiVersion: 'batch/v1', kind: 'Job', spec: { parallelism: 3, template: template(RESOURCES, ENDS) } }); },
    even(['10', '20'], '10Gi', '20')],
  ['a CronJob that forbids overlap is 1 pod: 2, 4, 2Gi, 11', ({ namespace }) => { foreign(namespace, 'cron', cronJob('Forbid')); }, even(['2', '5'], '2Gi', '20')],
  ['a CronJob of 2 that replaces its runs is 4 pods', ({ namespace }) => { foreign(namespace, 'cron', cronJob('Replace', 2)); }, even(['5', '10'], '5Gi', '20')],
  ['a DaemonSet on 3 nodes is 6 pods', ({ namespace }) => { foreign(namespace, 'agent', daemonSet(RESOURCES)); },
    even(['10', '20'], '10Gi', '20'), { quota: NamespaceQuota.computed({ nodes: 3 }) }],
  ['a pod is a pod', ({ namespace }) => { foreign(namespace, 'pod', { apiVersion: 'v1', kind: 'Pod', ...template(RESOURCES) }); }, even(['2', '5'], '2Gi', '20')],
  ['a foreign Deployment counts as ours', ({ namespace }) => { foreign(namespace, 'theirs', deployment(2, RESOURCES)); }, even(['5', '10'], '5Gi', '20')],
  ['one of no replicas has room to start one', ({ namespace }) => { foreign(namespace, 'theirs', deployment(0, RESOURCES)); }, even(['1', '2'], '1Gi', '10')],
  ['a container without resources is counted with what the limit range gives it: 40 × 100m + 1, 40 × 500m + 5, 40 × 128Mi + 1.25Gi, 50',
    ({ namespace }) => { foreign(namespace, 'theirs', deployment(20)); }, even(['5', '50'], '10Gi', '50')],
  ['a Deployment of cdk8s-plus asks for 1 CPU of 1.5 and 512Mi of 2Gi: 4 + 1, 6 + 1.5, 2Gi + 1Gi, 8Gi + 2Gi, 4 × 128Mi + 1Gi',
    ({ namespace }) => { new kplus.Deployment(namespace, 'theirs', { containers: [{ image: IMAGE }] }); },
    hard(['5', '10'], ['5Gi', '10Gi'], ['2Gi', '2Gi'], '20')],
  ['a mesh needs room for its proxy in each pod: 4 × 1.1 + 1.1, 4 × 4 + 4, 4 × 1.125Gi + 1.125Gi, 4 × 2Gi + 2Gi',
    ({ namespace }) => { workload(namespace, 'a', { resources: ONE }); }, hard(['10', '20'], ['10Gi', '10Gi'], ['10Gi', '10Gi'], '20'), { injectsProxy: true }],
  ['what stands in other namespaces is theirs', ({ chart }) => { foreign(chart, 'theirs', { ...deployment(50, RESOURCES), metadata: { namespace: 'other' } }); },
    even(['1', '1'], '1Gi', '10')],
])('%s', (...[, fill, expected, props, settings]) => {
  expect(hardOf(fill, props, settings)).toEqual(expected);
});

test('a waived CPU limit leaves the limits of CPU unbounded, and nothing else', () => {
  const { 'limits.cpu': cpu, ...rest } = even(['5', '10'], '5Gi', '20');
  expect(cpu).toBe('10');
  expect(hardOf(({ namespace }) => {
    workload(namespace, 'a', { resources: { ...ONE, cpuLimit: undefined }, waivers: [{ rule: 'cpu-limit-set', reason: 'Throttling costs requests.' }] });
  })).toEqual(rest);
});

test('a foreign container without a CPU limit does not: it receives one', () => {
  expect(hardOf(({ namespace }) => { foreign(namespace, 'theirs', deployment(2, { requests: RESOURCES.requests })); })).toMatchObject({ 'limits.cpu': '5' });
});

test.each<[string, unknown, [string, string]]>([
  ['a ClusterIP needs neither', { type: 'ClusterIP', ports: [{ port: 1 }] }, ['0', '0']],
  ['a load balancer takes a node port for each of its ports', { ...OPEN_TO_ONE, ports: [{ port: 1 }, { port: 2 }] }, ['1', '2']],
  ['a load balancer takes none where it is told so', { ...OPEN_TO_ONE, allocateLoadBalancerNodePorts: false, ports: [{ port: 1 }] }, ['1', '0']],
  ['a load balancer takes those that it names itself', { ...OPEN_TO_ONE, allocateLoadBalancerNodePorts: false, ports: [{ port: 1, nodePort: 30000 }, { port: 2 }] }, ['1', '1']],
  ['node ports are counted', { type: 'NodePort', ports: [{ port: 1 }, { port: 2 }, { port: 3 }] }, ['0', '3']],
  ['a Service without ports takes none', { ...OPEN_TO_ONE }, ['1', '0']],
])('%s', (_, spec, [balancers, ports]) => {
  expect(hardOf(({ namespace }) => { foreign(namespace, 'svc', service(spec)); })).toMatchObject({ 'services.loadbalancers': balancers, 'services.nodeports': ports });
});

test('workloads that are added after a first synthesis are counted in the next', () => {
  const { chart, namespace } = openShop();
  const hardNow = () => manifest(chart, 'ResourceQuota', 'quota').spec.hard;
  expect(hardNow()).toEqual(even(['1', '1'], '1Gi', '10'));
  workload(namespace, 'a', { resources: ONE });
  expect(hardNow()).toEqual(even(['5', '10'], '5Gi', '20'));
  foreign(namespace, 'theirs', deployment(2, RESOURCES));
  expect(hardNow()).toEqual(even(['10', '20'], '10Gi', '20'));
});

const LARGE = { cpuRequests: '100', cpuLimits: '200', memory: '100Gi', ephemeralStorage: '100Gi', pods: 100 };
const TWO = ({ namespace }: Shop) => { workload(namespace, 'a', { resources: ONE }); };

describe('a quota that somebody else sets', () => {
  test('is written as it is, with the Services that are there', () => {
    expect(hardOf(TWO, { quota: NamespaceQuota.fixed(LARGE) })).toEqual({
      ...hard(['100', '200'], ['100Gi', '100Gi'], ['100Gi', '100Gi'], '100'),
    });
  });

  test('fits exactly what it says', () => {
    const exact = NamespaceQuota.fixed({ cpuRequests: '4', cpuLimits: '8', memory: '4Gi', ephemeralStorage: '4Gi', pods: 4 });
    expect(hardOf(TWO, { quota: exact })).toEqual(hard(['4', '8'], ['4Gi', '4Gi'], ['4Gi', '4Gi'], '4'));
  });

  test.each([
    [{ cpuRequests: '3900m' }, 'requests.cpu needs 4 of 3900m'],
    [{ cpuLimits: '7' }, 'limits.cpu needs 8 of 7'],
    [{ memory: '4095Mi' }, 'requests.memory needs 4Gi of 4095Mi, limits.memory needs 4Gi of 4095Mi'],
    [{ ephemeralStorage: '1Gi' }, 'requests.ephemeral-storage needs 4Gi of 1Gi, limits.ephemeral-storage needs 4Gi of 1Gi'],
    [{ pods: 3 }, 'pods needs 4 of 3'],
    [{ cpuRequests: '1', pods: 1 }, 'requests.cpu needs 4 of 1, pods needs 4 of 1'],
  ])('refuses what does not fit, with the sums: %j', (part, sums) => {
    expect(() => hardOf(TWO, { quota: NamespaceQuota.fixed({ ...LARGE, ...part }) })).toThrow(expect.objectContaining({
      message: '[shop/shop] workloads of namespace "shop" do not fit its quota, counting each pod twice since pods that are ending still count: '
        + `got "${sums}", expected no more than the quota; ask for less, run fewer replicas, or have the quota raised`,
    }));
  });

  test('bounds no CPU limits where one is waived', () => {
    const waived = ({ namespace }: Shop) => {
      workload(namespace, 'a', { resources: { ...ONE, cpuLimit: undefined }, waivers: [{ rule: 'cpu-limit-set', reason: 'Throttling costs requests.' }] });
    };
    const { 'limits.cpu': _, ...rest } = hard(['100', '1'], ['100Gi', '100Gi'], ['100Gi', '100Gi'], '100');
    expect(hardOf(waived, { quota: NamespaceQuota.fixed({ ...LARGE, cpuLimits: '1' }) })).toEqual(rest);
  });

  test('counts DaemonSets on the nodes that it is told', () => {
    const agent = ({ namespace }: Shop) => { foreign(namespace, 'agent', daemonSet(RESOURCES)); };
    expect(() => hardOf(agent, { quota: NamespaceQuota.fixed({ ...LARGE, pods: 5, nodes: 3 }) })).toThrow('got "pods needs 6 of 5"');
  });
});

describe('all pods twice fit the quota and the limit range', () => {
  const EXAMPLES = path.join(__dirname, '..', '..', 'examples');
  const topics = fs.readdirSync(EXAMPLES).filter(topic => fs.existsSync(path.join(EXAMPLES, topic, 'expected.yaml')));
  const manifests = topics.flatMap(topic => yaml.parseAllDocuments(fs.readFileSync(path.join(EXAMPLES, topic, 'expected.yaml'), 'utf8'))
    .map(document => ({ topic, json: document.toJS() })));
  const namespaces = manifests.filter(({ json }) => json?.kind === 'Namespace').map(({ topic, json }): [string, string] => [topic, json.metadata.name]);

  test('there are examples', () => {
    expect(namespaces.length).toBeGreaterThan(1);
  });

  test.each(namespaces)('%s, namespace %s', (topic, name) => {
    expect(refusals(manifests.filter(each => each.topic === topic).map(({ json }) => json), name)).toEqual([]);
  });

  const cpu = fc.constantFrom('10m', '100m', '250m', '1', '1500m', '3');
  const memory = fc.constantFrom('16Mi', '100M', '512Mi', '1Gi', '3Gi');
  const ours = fc.record({
    cpu, memory, replicas: fc.integer({ min: 1, max: 12 }), sidecar: fc.boolean(), init: fc.boolean(), waived: fc.boolean(), scaled: fc.boolean(),
  });
  const plain = { noNullPrototype: true };
  const resources = fc.record({
    requests: fc.option(fc.record({ cpu }, plain), { nil: undefined }), limits: fc.option(fc.record({ memory }, plain), { nil: undefined }),
  }, plain);
  const kind = fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob');
  const theirs = fc.record({
    kind, resources, count: fc.integer({ min: 0, max: 9 }), max: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  });
  type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

  function fill({ namespace }: Shop, mine: Drawn<typeof ours>[], strangers: Drawn<typeof theirs>[]): void {
    mine.forEach((each, i) => workload(namespace, `w${i}`, {
      resources: { cpu: each.cpu, memory: each.memory },
      ...(each.scaled ? { autoscaling: { maxReplicas: each.replicas + 2 } } : { replicas: each.replicas }),
      initContainers: each.init ? [BIG_INIT] : [],
      sidecars: each.sidecar ? [SIDECAR] : [],
      waivers: [...(each.sidecar ? NO_PROBES : []), ...(each.waived ? [{ rule: 'cpu-limit-set', container: `w${i}`, reason: 'Speed.' }] : [])],
    }));
    strangers.forEach((each, i) => {
      const id = `f${i}`;
      const shapes: Record<string, ApiObjectProps & { spec: unknown }> = {
        Deployment: deployment(each.count, each.resources),
        StatefulSet: { ...deployment(each.count, each.resources), kind: 'StatefulSet' },
        DaemonSet: daemonSet(each.resources),
        Job: { apiVersion: 'batch/v1', kind: 'Job', spec: { parallelism: each.count, template: template(each.resources, ENDS) } },
        CronJob: cronJob('Forbid', each.count),
      };
      foreign(namespace, id, shapes[each.kind]);
      if (each.max !== undefined) { foreign(namespace, `hpa-${id}`, autoscaler(each.kind, id, each.max)); }
    });
  }

  test('any mix of workloads, of whatever library', () => {
    fc.assert(fc.property(fc.array(ours, { maxLength: 4 }), fc.array(theirs, { maxLength: 4 }), (mine, strangers) => {
      const made = openShop({}, { quota: NamespaceQuota.computed({ nodes: 3 }) });
      const reason = 'the quota counts whatever there is';
      Waivers.of(made.chart).add({ rule: 'hpa-owns-replicas', reason }, { rule: 'workload-selectors-apart', reason });
      fill(made, mine, strangers);
      expect(refusals(made.chart.toJson(), 'shop', 3)).toEqual([]);
    }), { seed: 42, numRuns: 100 });
  });

  test('with the proxy of a mesh in each pod', () => {
    const proxy = { name: 'istio-proxy', resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2', memory: '1Gi' } } };
    fc.assert(fc.property(fc.array(ours, { maxLength: 3 }), mine => {
      const made = openShop({}, { injectsProxy: true });
      fill(made, mine, []);
      const json = made.chart.toJson();
      json.filter(each => each.kind === 'Deployment').forEach(each => each.spec.template.spec.containers.push(proxy));
      expect(refusals(json, 'shop')).toEqual([]);
    }), { seed: 42, numRuns: 30 });
  });

  test('and the test would see a quota that is too small', () => {
    const { chart, namespace } = openShop({}, { quota: NamespaceQuota.fixed(LARGE) });
    workload(namespace, 'a', { resources: ONE, replicas: 30 });
    const json = chart.toJson();
    json.find(each => each.kind === 'ResourceQuota').spec.hard['requests.cpu'] = '59';
    expect(refusals(json, 'shop')).toEqual(['requests.cpu: 60 of 59']);
    expect(charge(admitted(template(RESOURCES).spec, json.find(each => each.kind === 'LimitRange')).spec)['limits.cpu']).toBe(2);
  });
});
