import { Quantity } from '../../src/kube/quantity';
import { resourceRequirements } from '../../src/workload/container-resources';

const of = (props = {}, directories: string[] = ['64Mi'], limited = true) =>
  resourceRequirements('"web"', props, directories.map(size => ({ path: '/tmp', size: Quantity.parse('size', size), inMemory: false })), limited);

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

test('a waived CPU limit is left out', () => {
  expect(of({}, [], false).limits).not.toHaveProperty('cpu');
});

test.each<[string, () => unknown, string]>([
  ['a limit under the request', () => of({ cpu: '500m', cpuLimit: '100m' }),
    'cpuLimit of "web" lies under its request: got "100m", expected 500m or more; raise the limit or lower cpu'],
  ['a quantity that does not parse', () => of({ memory: '128MB' }), 'memory of "web": got "128MB", expected a Kubernetes quantity; write it like 250m, 2, 128Mi or 1.5Gi'],
  ['nothing', () => of({ cpu: '0' }), 'cpu of "web": got "0", expected 1m to 1k; say what the container needs, like 250m'],
  ['a number', () => of({ cpu: 1 }), 'cpu of "web": got 1, expected a Kubernetes quantity'],
  ['too little disk', () => of({ ephemeralStorage: '64Mi' }),
    'ephemeralStorage of "web" is less than what it may write: got "64Mi", expected 192Mi or more; raise it, or make the writable paths smaller: the pod would be evicted'],
  ['a limit that is waived and given', () => of({ cpuLimit: '1' }, [], false), '"web" has a cpuLimit and a waiver of it: got "1"'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
