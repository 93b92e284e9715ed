import { Quantity } from '../../src/kube/quantity';
import { resourceRequirements } from '../../src/workload/container-resources';

const directory = (size: string, inMemory = false) => ({ path: '/tmp', size: Quantity.parse('size', size), inMemory });
const of = (props = {}, directories = [directory('64Mi')], limited = true) => resourceRequirements('"web"', props, directories, limited);

test('what is not said follows: memory bounded by its request, a CPU limit of four requests, disk for log and directories', () => {
  expect(of()).toEqual({
    requests: { 'cpu': '100m', 'memory': '128Mi', 'ephemeral-storage': '192Mi' },
    limits: { 'cpu': '500m', 'memory': '128Mi', 'ephemeral-storage': '192Mi' },
  });
  expect(of({ cpu: '250m' }).limits.cpu).toBe('1');
  expect(of({ cpu: '2', memory: '4Gi' }).limits).toMatchObject({ cpu: '8', memory: '4Gi' });
});

test('what is said stands in its canonical form', () => {
  expect(of({ cpu: '0.5', cpuLimit: '1000m', memory: '1024Mi', ephemeralStorage: '1Gi' })).toEqual({
    requests: { 'cpu': '500m', 'memory': '1Gi', 'ephemeral-storage': '1Gi' },
    limits: { 'cpu': '1', 'memory': '1Gi', 'ephemeral-storage': '1Gi' },
  });
});

test('the disk has room for every directory on it, and for none in memory', () => {
  expect(of({}, [directory('64Mi'), directory('1Gi')]).limits['ephemeral-storage']).toBe('1216Mi');
  expect(of({}, [directory('64Mi'), directory('100Mi', true)]).limits['ephemeral-storage']).toBe('192Mi');
  expect(of({ ephemeralStorage: '192Mi' }).limits['ephemeral-storage']).toBe('192Mi');
});

test('a CPU limit can be as low as the request', () => {
  expect(of({ cpu: '250m', cpuLimit: '0.25' }).limits.cpu).toBe('250m');
});

test('a waived CPU limit is left out', () => {
  expect(of({}, [], false).limits).not.toHaveProperty('cpu');
});

test.each([['1m', '4Mi'], ['1000', '1Pi']])('the ends of what a container may ask for, %s and %s, can be asked for', (cpu, memory) => {
  expect(of({ cpu, memory }, [], false).requests).toMatchObject({ memory });
});

test.each<[string, () => unknown, string]>([
  ['a limit under the request', () => of({ cpu: '500m', cpuLimit: '100m' }),
    'cpuLimit of "web" lies under its request: got "100m", expected 500m or more; raise the limit or lower cpu'],
  ['a quantity that does not parse', () => of({ memory: '128MB' }), 'memory of "web": got "128MB", expected a Kubernetes quantity; write it like 250m, 2, 128Mi or 1.5Gi'],
  ['a limit that does not parse', () => of({ cpuLimit: 'much' }), 'cpuLimit of "web": got "much", expected a Kubernetes quantity'],
  ['disk that does not parse', () => of({ ephemeralStorage: '1 Gi' }), 'ephemeralStorage of "web": got "1 Gi", expected a Kubernetes quantity'],
  ['no CPU', () => of({ cpu: '0' }), 'cpu of "web": got "0", expected 1m to 1k; say what the container needs, like 250m'],
  ['memory as CPU', () => of({ cpu: '128Mi' }), 'cpu of "web": got "128Mi", expected 1m to 1k; say what the container needs, like 250m'],
  ['thousandths of a byte, meant as MiB', () => of({ memory: '128m' }), 'memory of "web": got "128m", expected 4Mi to 1Pi; say what the container needs, like 128Mi'],
  ['a number', () => of({ cpu: 1 }), 'cpu of "web": got 1, expected a Kubernetes quantity'],
  ['a limit out of range', () => of({ cpuLimit: '2k' }), 'cpuLimit of "web": got "2k", expected 1m to 1k'],
  ['too little disk', () => of({ ephemeralStorage: '64Mi' }),
    'ephemeralStorage of "web" is less than what it may write: got "64Mi", expected 192Mi or more; raise it, or make the writable paths smaller: the pod would be evicted'],
  ['directories in memory that could fill it', () => of({}, [directory('64Mi', true), directory('64Mi', true)]),
    'writable paths in memory of "web" could fill its memory: got "128Mi", expected less than 128Mi; raise memory, or make them smaller: the container would be killed'],
  ['a limit that is waived and given', () => of({ cpuLimit: '1' }, [], false),
    '"web" has a cpuLimit and a waiver of it: got "1", expected one of the two; remove the cpuLimit or the waiver'],
  ['another form', () => of('128Mi' as never), 'resources of "web": got "128Mi", expected named values; write { name: value }'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
