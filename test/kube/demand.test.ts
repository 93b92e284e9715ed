import * as fc from 'fast-check';
import { addDemand, COUNTED_RESOURCES, Demand, demandOf, podsAtMost, timesDemand } from '../../src/kube/demand';
import { Quantity } from '../../src/kube/quantity';

type Resources = Record<string, Record<string, unknown>>;

const container = (cpu: unknown, limit: unknown = cpu): { resources: Resources } => ({ resources: { requests: { cpu }, limits: { cpu: limit } } });
const sidecar = (cpu: unknown) => ({ ...container(cpu), restartPolicy: 'Always' });
const cpu = (spec: unknown) => demandOf(spec).requests.cpu.toString();
const shown = ({ requests, limits, unlimited }: Demand) => ({
  requests: Object.fromEntries(Object.entries(requests).map(([key, value]) => [key, value.toString()])),
  limits: Object.fromEntries(Object.entries(limits).map(([key, value]) => [key, value.toString()])),
  unlimited,
});

test('a pod needs what its containers need together', () => {
  expect(shown(demandOf({
    containers: [
      { resources: { requests: { 'cpu': '100m', 'memory': '128Mi', 'ephemeral-storage': '1Gi' }, limits: { 'cpu': '1', 'memory': '128Mi', 'ephemeral-storage': '1Gi' } } },
      { resources: { requests: { 'cpu': '50m', 'memory': '64Mi', 'ephemeral-storage': '1Gi' }, limits: { 'cpu': '500m', 'memory': '128Mi', 'ephemeral-storage': '1Gi' } } },
    ],
  }))).toEqual({
    requests: { 'cpu': '150m', 'memory': '192Mi', 'ephemeral-storage': '2Gi' },
    limits: { 'cpu': '1500m', 'memory': '256Mi', 'ephemeral-storage': '2Gi' },
    unlimited: [],
  });
});

test.each<[string, unknown, string]>([
  ['an init container smaller than the rest costs nothing', { initContainers: [container('50m')], containers: [container('100m')] }, '100m'],
  ['an init container larger than the rest is what counts', { initContainers: [container('2'), container('1')], containers: [container('100m')] }, '2'],
  ['a sidecar runs beside the rest', { initContainers: [sidecar('50m')], containers: [container('100m')] }, '150m'],
  ['a sidecar runs beside init containers that come after it', { initContainers: [sidecar('50m'), container('1')], containers: [container('100m')] }, '1050m'],
  ['a sidecar does not run beside init containers that come before it', { initContainers: [container('1'), sidecar('50m')], containers: [container('100m')] }, '1'],
  ['ephemeral containers are not counted', { containers: [container('100m')], ephemeralContainers: [container('5')] }, '100m'],
  ['a limit stands in for a request', { containers: [{ resources: { limits: { cpu: '200m' } } }] }, '200m'],
  ['a request of nothing is one', { containers: [{ resources: { requests: { cpu: '0' }, limits: { cpu: '200m' } } }] }, '0'],
  ['the overhead of the RuntimeClass is added', { overhead: { cpu: '250m' }, containers: [container('100m')] }, '350m'],
  ['the request of the pod overrides those of its containers', { resources: { requests: { cpu: '3' } }, containers: [container('100m')] }, '3'],
  ['the limit of the pod does not, where a container asks', { resources: { limits: { cpu: '3' } }, containers: [container('100m', null)] }, '100m'],
  ['the limit of the pod stands in where no container asks', { resources: { limits: { cpu: '3' } }, containers: [{}] }, '3'],
  ['a number is a quantity too', { containers: [container(1), container(0.5)] }, '1500m'],
  ['a pod without containers needs nothing', {}, '0'],
  ['what is no pod spec needs nothing', 'x', '0'],
])('%s', (_, spec, expected) => {
  expect(cpu(spec)).toBe(expected);
});

test('a resource without a limit in some container, also a starting one, is said to be unlimited', () => {
  expect(demandOf({ containers: [container('1')] }).unlimited).toEqual(['ephemeral-storage', 'memory']);
  expect(demandOf({ initContainers: [{}], containers: [container('1')] }).unlimited).toEqual([...COUNTED_RESOURCES]);
  expect(demandOf({ containers: [container('1', '0')] }).unlimited).toContain('cpu');
});

test('a limit of the pod bounds its containers, but not their local disk', () => {
  const { limits, unlimited } = demandOf({ resources: { limits: { 'cpu': '2', 'memory': '1Gi', 'ephemeral-storage': '1Gi' } }, containers: [{}] });
  expect(unlimited).toEqual(['ephemeral-storage']);
  expect(limits.cpu.toString()).toBe('2');
  expect(limits['ephemeral-storage'].isZero()).toBe(true);
});

test('overhead raises a limit only where there is one', () => {
  const { limits, requests } = demandOf({ overhead: { cpu: '250m', memory: '64Mi' }, containers: [container('1')] });
  expect(limits.cpu.toString()).toBe('1250m');
  expect(limits.memory.isZero()).toBe(true);
  expect(requests.memory.toString()).toBe('64Mi');
});

test('a quantity that is none is refused with its place', () => {
  expect(() => demandOf({ containers: [{}, { resources: { limits: { memory: '1 GB' } } }] })).toThrow(new Error(
    'memory in limits of spec.containers[1]: got "1 GB", expected a Kubernetes quantity; write it like 250m, 2, 128Mi or 1.5Gi',
  ));
  expect(() => demandOf({ containers: [{ resources: { requests: { cpu: {} } } }] })).toThrow('cpu in requests of spec.containers[0]: got {}');
});

test('demands are added and multiplied resource by resource', () => {
  const web = demandOf({ containers: [container('100m', '1')] });
  const job = demandOf({ containers: [{ resources: { requests: { cpu: '1' }, limits: { memory: '1Gi' } } }] });
  expect(shown(addDemand(timesDemand(web, 3), job))).toEqual({
    requests: { 'cpu': '1300m', 'memory': '1Gi', 'ephemeral-storage': '0' },
    limits: { 'cpu': '3', 'memory': '1Gi', 'ephemeral-storage': '0' },
    unlimited: ['cpu', 'ephemeral-storage', 'memory'],
  });
  expect(timesDemand(web, 0).unlimited).toEqual([]);
});

test.each([
  ['v1', 'Pod', {}, undefined, 1],
  ['v1', 'ReplicationController', { replicas: 3 }, undefined, 6],
  ['apps/v1', 'Deployment', {}, undefined, 2],
  ['apps/v1', 'Deployment', { replicas: 0 }, undefined, 0],
  ['apps/v1', 'Deployment', { replicas: 3 }, undefined, 6],
  ['apps/v1', 'Deployment', { replicas: 3 }, 10, 20],
  ['apps/v1', 'Deployment', { replicas: 30 }, 10, 60],
  ['apps/v1', 'Deployment', { replicas: '3' }, undefined, 2],
  ['apps/v1', 'ReplicaSet', { replicas: 2 }, undefined, 4],
  ['apps/v1', 'StatefulSet', { replicas: 2 }, undefined, 4],
  ['apps/v1', 'DaemonSet', {}, undefined, undefined],
  ['batch/v1', 'Job', {}, undefined, 2],
  ['batch/v1', 'Job', { parallelism: 4 }, undefined, 8],
  ['batch/v1', 'CronJob', { concurrencyPolicy: 'Forbid' }, undefined, 1],
  ['batch/v1', 'CronJob', { concurrencyPolicy: 'Replace', jobTemplate: { spec: { parallelism: 3 } } }, undefined, 6],
  ['batch/v1', 'CronJob', { concurrencyPolicy: 'Allow' }, undefined, Infinity],
  ['batch/v1', 'CronJob', {}, undefined, Infinity],
  ['v1', 'Service', {}, undefined, 0],
])('of %s %s with %j and an autoscaler up to %s there are at most %s pods', (apiVersion, kind, spec, autoscalerMax, pods) => {
  expect(podsAtMost({ apiVersion, kind, spec }, autoscalerMax)).toBe(pods);
});

test('what is needed is never less than what runs at any moment of the start', () => {
  const some = fc.record({ milli: fc.nat(1000), restarts: fc.boolean() });
  fc.assert(fc.property(fc.array(some, { maxLength: 5 }), fc.array(fc.nat(1000), { maxLength: 4 }), (inits, mains) => {
    const moments: number[] = [];
    let sidecars = 0;
    for (const { milli, restarts } of inits) {
      moments.push(sidecars + milli);
      if (restarts) { sidecars += milli; }
    }
    moments.push(sidecars + mains.reduce((sum, milli) => sum + milli, 0));
    const needed = demandOf({
      initContainers: inits.map(({ milli, restarts }) => restarts ? sidecar(`${milli}m`) : container(`${milli}m`)),
      containers: mains.map(milli => container(`${milli}m`)),
    });
    const most = Quantity.parse('most', `${Math.max(...moments)}m`);
    expect(needed.requests.cpu.compare(most)).toBe(0);
    expect(needed.limits.cpu.compare(most)).toBe(0);
  }));
});
