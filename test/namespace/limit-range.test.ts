import { JsonPatch } from 'cdk8s';
import { admitted } from './admission';
import { Waivers } from '../../src/policy/waivers';
import { foreign, manifest, objectOf, openShop, workload } from '../network/shop';

const LIMITS = {
  type: 'Container',
  default: { 'cpu': '500m', 'ephemeral-storage': '128Mi', 'memory': '128Mi' },
  defaultRequest: { 'cpu': '100m', 'ephemeral-storage': '128Mi', 'memory': '128Mi' },
  max: { 'cpu': '2', 'ephemeral-storage': '2Gi', 'memory': '2Gi' },
  min: { 'cpu': '10m', 'ephemeral-storage': '1Mi', 'memory': '16Mi' },
};

const PROXY = {
  containers: [{ name: 'istio-proxy', resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2', memory: '1Gi' } } }],
};

const LABELS = { app: 'theirs' };
const deployment = (resources?: unknown) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  spec: {
    selector: { matchLabels: LABELS },
    template: { metadata: { labels: LABELS }, spec: { containers: [{ name: 'main', image: 'x:1', ...(resources ? { resources } : {}) }] } },
  },
});

const limitsOf = (made: ReturnType<typeof openShop>) => manifest(made.chart, 'LimitRange', 'limits').spec.limits;

test('an empty namespace has defaults and bounds for what others bring', () => {
  expect(limitsOf(openShop())).toEqual([LIMITS]);
});

test('workloads within the bounds leave it as it is', () => {
  const made = openShop();
  workload(made.namespace, 'web', { resources: { cpu: '250m', cpuLimit: '2', memory: '2Gi' } });
  expect(limitsOf(made)).toEqual([LIMITS]);
});

test('the largest container raises the maximum, and the smallest lowers the minimum', () => {
  const made = openShop();
  workload(made.namespace, 'big', { resources: { cpu: '1', cpuLimit: '8', memory: '16Gi', ephemeralStorage: '10Gi' } });
  workload(made.namespace, 'small', { resources: { cpu: '1m', memory: '8Mi' } });
  expect(limitsOf(made)).toEqual([{
    ...LIMITS, max: { 'cpu': '8', 'ephemeral-storage': '10Gi', 'memory': '16Gi' }, min: { 'cpu': '1m', 'ephemeral-storage': '1Mi', 'memory': '8Mi' },
  }]);
});

test('a container whose CPU limit is waived receives none, and no maximum of it asks for one', () => {
  const made = openShop();
  workload(made.namespace, 'fast', { waivers: [{ rule: 'cpu-limit-set', reason: 'Throttling costs requests.' }] });
  const rest = { 'ephemeral-storage': '128Mi', 'memory': '128Mi' };
  expect(limitsOf(made)).toEqual([{ ...LIMITS, default: rest, max: { 'ephemeral-storage': '2Gi', 'memory': '2Gi' } }]);
});

/** Leave to patch what is made. */
const patchable = (made: ReturnType<typeof openShop>) => {
  Waivers.of(made.chart).add({ rule: 'made-object-unchanged', reason: 'the test wants it so' });
  return made;
};

test('also where that workload is patched', () => {
  const made = patchable(openShop());
  workload(made.namespace, 'fast', { waivers: [{ rule: 'cpu-limit-set', reason: 'Throttling costs requests.' }] });
  objectOf(made.chart, 'Deployment', 'fast').addJsonPatch(JsonPatch.replace('/spec/replicas', 3));
  expect(Object.keys(limitsOf(made)[0].default)).toEqual(['ephemeral-storage', 'memory']);
});

test('a container whose resources a patch took away receives those of who says nothing', () => {
  const made = patchable(openShop());
  workload(made.namespace, 'bare');
  objectOf(made.chart, 'Deployment', 'bare').addJsonPatch(JsonPatch.remove('/spec/template/spec/containers/0/resources/requests'));
  expect(limitsOf(made)).toEqual([LIMITS]);
});

test('a foreign container that says nothing lifts no limit: it receives one', () => {
  const made = openShop();
  foreign(made.namespace, 'theirs', deployment());
  expect(limitsOf(made)).toEqual([LIMITS]);
});

test('a foreign container that asks for much without a limit receives a limit under which it can start', () => {
  const made = openShop();
  foreign(made.namespace, 'theirs', deployment({ requests: { cpu: '3', memory: '4Gi' } }));
  expect(limitsOf(made)).toEqual([{
    ...LIMITS, default: { 'cpu': '3', 'ephemeral-storage': '128Mi', 'memory': '4Gi' }, max: { 'cpu': '3', 'ephemeral-storage': '2Gi', 'memory': '4Gi' },
  }]);
});

describe.each<[string, (made: ReturnType<typeof openShop>) => void]>([
  ['an empty namespace', () => {}],
  ['a namespace with small workloads', ({ namespace }) => { workload(namespace, 'web', { resources: { cpu: '10m', memory: '16Mi' } }); }],
  ['a namespace with large workloads', ({ namespace }) => { workload(namespace, 'web', { resources: { cpu: '8', memory: '32Gi' } }); }],
  ['a namespace with a waived CPU limit', ({ namespace }) => { workload(namespace, 'web', { waivers: [{ rule: 'cpu-limit-set', reason: 'Speed.' }] }); }],
  ['a namespace with foreign workloads', ({ namespace }) => { foreign(namespace, 'theirs', deployment({ requests: { cpu: '3' } })); }],
])('%s', (_, fill) => {
  test.each<[string, any]>([
    ['the proxy that a mesh injects', PROXY],
    ['a container that says nothing', { containers: [{ name: 'debug' }] }],
    ['a container that states requests alone', { containers: [{ name: 'half', resources: { requests: { cpu: '200m', memory: '64Mi' } } }] }],
    ['a container that states limits alone', { containers: [{ name: 'half', resources: { limits: { cpu: '200m', memory: '64Mi' } } }] }],
    ['an init container that says nothing', { initContainers: [{ name: 'first' }], containers: [{ name: 'then' }] }],
  ])('admits %s', (__, spec) => {
    const made = openShop();
    fill(made);
    expect(admitted(spec, manifest(made.chart, 'LimitRange', 'limits')).refusals).toEqual([]);
  });
});
