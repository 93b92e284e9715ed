import { contentsOf } from '../../src/namespace/namespace-contents';
import { NamespaceQuota } from '../../src/namespace/namespace-quota';
import { SecureNamespaceProps } from '../../src/namespace/secure-namespace';
import { foreign, Shop, openShop, workload } from '../network/shop';

const BUDGET = { cpuRequests: '100', cpuLimits: '100', memory: '100Gi', ephemeralStorage: '100Gi', pods: 100 };
const container = (resources?: unknown) => ({ spec: { containers: [{ name: 'main', image: 'x:1', resources }] } });
const deployment = (resources?: unknown) => ({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: container(resources) } });
const vpa = (updateMode?: string) => ({ apiVersion: 'autoscaling.k8s.io/v1', kind: 'VerticalPodAutoscaler', spec: { updatePolicy: { updateMode } } });
const cronJob = (concurrencyPolicy?: string) => ({
  apiVersion: 'batch/v1', kind: 'CronJob', spec: { concurrencyPolicy, jobTemplate: { spec: { template: container() } } },
});
const LABELS = { app: 'agent' };
const DAEMON_SET = { apiVersion: 'apps/v1', kind: 'DaemonSet', spec: { selector: { matchLabels: LABELS }, template: { metadata: { labels: LABELS }, ...container() } } };

function synth(fill: (made: Shop) => void, props: SecureNamespaceProps = {}): () => void {
  const made = openShop({}, props);
  fill(made);
  return () => { made.chart.toJson(); };
}

const refusedWith = (message: string) => expect.objectContaining({ message: `[shop/shop] ${message}` });

test.each(['Auto', 'Recreate', 'Initial', 'InPlaceOrRecreate', undefined])('a VerticalPodAutoscaler in mode %s changes what pods ask for, and is refused', mode => {
  expect(synth(({ namespace }) => { foreign(namespace, 'grows', vpa(mode)); })).toThrow(refusedWith(
    'quota of namespace "shop" cannot be computed: a VerticalPodAutoscaler changes what pods ask for: got "grows", '
    + 'expected workloads that state what they need; give the namespace a NamespaceQuota.fixed(…)',
  ));
});

test('a VerticalPodAutoscaler that only recommends is welcome, and so is any under a fixed quota, as the error says', () => {
  expect(synth(({ namespace }) => { foreign(namespace, 'recommends', vpa('Off')); })).not.toThrow();
  expect(synth(({ namespace }) => { foreign(namespace, 'grows', vpa('Auto')); }, { quota: NamespaceQuota.fixed(BUDGET) })).not.toThrow();
});

test.each([['Allow', '"Allow"'], [undefined, '"Allow"'], ['Sometimes', '"Sometimes"']])('a CronJob whose runs may overlap (%s) is refused', (policy, got) => {
  const message = `quota of namespace "shop" cannot be computed: runs of CronJob "nightly" may overlap without bound: got ${got}, expected Forbid or Replace; `
    + 'set its concurrencyPolicy';
  expect(synth(({ namespace }) => { foreign(namespace, 'nightly', cronJob(policy)); })).toThrow(refusedWith(message));
  expect(synth(({ namespace }) => { foreign(namespace, 'nightly', cronJob(policy)); }, { quota: NamespaceQuota.fixed(BUDGET) })).toThrow(refusedWith(message));
});

test('a DaemonSet needs the number of nodes', () => {
  const message = 'quota of namespace "shop" cannot be computed: DaemonSet "agent" runs on every node: got undefined, expected the number of nodes; '
    + 'say it with NamespaceQuota.computed({ nodes }) or .fixed({ …, nodes })';
  expect(synth(({ namespace }) => { foreign(namespace, 'agent', DAEMON_SET); })).toThrow(refusedWith(message));
  expect(synth(({ namespace }) => { foreign(namespace, 'agent', DAEMON_SET); }, { quota: NamespaceQuota.fixed(BUDGET) })).toThrow(refusedWith(message));
  expect(synth(({ namespace }) => { foreign(namespace, 'agent', DAEMON_SET); }, { quota: NamespaceQuota.fixed({ ...BUDGET, nodes: 3 }) })).not.toThrow();
});

test.each([
  ['requests', 'cpu', '0'], ['limits', 'cpu', '0'], ['requests', 'memory', '0Mi'], ['requests', 'ephemeral-storage', 0],
])('%s of %s that are nothing, which the limit range would refuse in the cluster, are refused here', (field, resource, amount) => {
  expect(synth(({ namespace }) => { foreign(namespace, 'theirs', deployment({ [field]: { [resource]: amount } })); })).toThrow(refusedWith(
    `${resource} in ${field} of container "main" of Deployment "theirs": got ${JSON.stringify(amount)}, `
    + 'expected more than 0: the limit range of namespace "shop" admits nothing less; say what it needs, or leave it out',
  ));
});

test('what is no quantity is refused, with the place at which it stands', () => {
  expect(synth(({ namespace }) => { foreign(namespace, 'theirs', deployment({ limits: { memory: 'much' } })); })).toThrow(refusedWith(
    'memory in limits of container "main" of Deployment "theirs": got "much", expected a Kubernetes quantity; write it like 250m, 2, 128Mi or 1.5Gi',
  ));
});

test('ephemeral containers and objects without pods ask for nothing', () => {
  const { chart, namespace } = openShop();
  const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a', image: 'x:1' }], ephemeralContainers: [{ name: 'b', image: 'x:1', resources: { requests: { cpu: '0' } } }] } };
  const objects = [
    foreign(namespace, 'pod', pod),
    foreign(namespace, 'config', { apiVersion: 'v1', kind: 'ConfigMap' }),
    foreign(namespace, 'other', { apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { namespace: 'shop' } }),
  ];
  const contents = contentsOf('shop', objects, { injectsProxy: false, budgeted: false });
  expect([contents.pods, contents.demand.requests.cpu.toString(), contents.loadBalancers, contents.nodePorts]).toEqual([1, '100m', 0, 0]);
  expect(() => chart.toJson()).not.toThrow();
});

test('a workload of ours that is patched is read as it is written', () => {
  const made = openShop({}, { quota: NamespaceQuota.fixed({ ...BUDGET, pods: 4 }) });
  const web = workload(made.namespace, 'web');
  (web.node.defaultChild as any).addJsonPatch({ _toJson: () => ({ op: 'replace', path: '/spec/replicas', value: 3 }) });
  expect(() => made.chart.toJson()).toThrow('pods needs 6 of 4');
});

test.each<[string, object, number]>([
  ['maximum of a KEDA ScaledObject', { scaleTargetRef: { name: 'web' }, maxReplicaCount: 7 }, 14],
  ['default maximum of KEDA', { scaleTargetRef: { kind: 'Deployment', name: 'web' } }, 200],
])('the %s bounds the pods of a foreign Deployment', (_, spec, pods) => {
  const { namespace } = openShop();
  const objects = [
    foreign(namespace, 'web', deployment()),
    foreign(namespace, 'scaler', { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', spec }),
  ];
  expect(contentsOf('shop', objects, { injectsProxy: false, budgeted: false }).pods).toBe(pods);
});
