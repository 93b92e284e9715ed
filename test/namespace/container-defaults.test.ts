import { defaultsFor, withDefaults } from '../../src/namespace/container-defaults';

const shown = (amounts: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(amounts).map(([key, value]) => [key, String(value)]));
const withRequest = (requests: Record<string, unknown>, limits?: Record<string, unknown>) => ({ containers: [{ name: 'main', resources: { requests, limits } }] });

const LIMITS = { 'cpu': '500m', 'ephemeral-storage': '128Mi', 'memory': '128Mi' };
const REQUESTS = { 'cpu': '100m', 'ephemeral-storage': '128Mi', 'memory': '128Mi' };

test('a container that says nothing is given a request and a limit of everything that is counted', () => {
  const defaults = defaultsFor([], []);
  expect([shown(defaults.limits), shown(defaults.requests)]).toEqual([LIMITS, REQUESTS]);
});

test('a resource in which some container is unlimited on purpose has no default limit', () => {
  expect(shown(defaultsFor([], ['cpu']).limits)).toEqual({ 'ephemeral-storage': '128Mi', 'memory': '128Mi' });
});

test.each([
  ['a larger request without a limit raises the limit, or the API server would refuse the pod', withRequest({ cpu: '2', memory: '1Gi' }), { ...LIMITS, cpu: '2', memory: '1Gi' }],
  ['a number is an amount too', withRequest({ cpu: 2 }), { ...LIMITS, cpu: '2' }],
  ['a smaller request changes nothing', withRequest({ cpu: '50m' }), LIMITS],
  ['a request with its own limit changes nothing', withRequest({ cpu: '2' }, { cpu: '3' }), LIMITS],
  ['a resource that is not counted changes nothing', withRequest({ 'nvidia.com/gpu': '8' }), LIMITS],
  ['an init container counts', { initContainers: [{ resources: { requests: { cpu: '3' } } }] }, { ...LIMITS, cpu: '3' }],
])('%s', (_, spec, limits) => {
  expect(shown(defaultsFor([spec], []).limits)).toEqual(limits);
});

test('the largest of all requests without a limit counts', () => {
  expect(shown(defaultsFor([withRequest({ cpu: '2' }), withRequest({ cpu: '4' }), withRequest({ cpu: '3' })], []).limits)).toEqual({ ...LIMITS, cpu: '4' });
});

describe('a pod spec as the cluster admits it', () => {
  const resources = (container: unknown, spec: Record<string, unknown> = {}, unlimited: string[] = []) =>
    withDefaults({ ...spec, containers: [container] }, defaultsFor([], unlimited)).containers[0].resources;

  test.each<[string, unknown, unknown]>([
    ['a container without resources receives all', { name: 'a' }, { limits: LIMITS, requests: REQUESTS }],
    ['what is stated stays', { resources: { requests: { cpu: '1' }, limits: { cpu: '2' } } }, { limits: { ...LIMITS, cpu: '2' }, requests: { ...REQUESTS, cpu: '1' } }],
    ['a limit stands in for the request', { resources: { limits: { cpu: '50m' } } }, { limits: { ...LIMITS, cpu: '50m' }, requests: { ...REQUESTS, cpu: '50m' } }],
    ['a request does not stand in for the limit', { resources: { requests: { cpu: '50m' } } }, { limits: LIMITS, requests: { ...REQUESTS, cpu: '50m' } }],
    ['what is no container is one that says nothing', null, { limits: LIMITS, requests: REQUESTS }],
  ])('%s', (_, container, expected) => {
    expect(resources(container)).toEqual(expected);
  });

  test('what the pod states as a whole is not given to its containers again', () => {
    expect(resources({}, { resources: { requests: { cpu: '1' }, limits: { memory: '1Gi' } } })).toEqual({
      limits: { 'ephemeral-storage': '128Mi' }, requests: { 'ephemeral-storage': '128Mi' },
    });
  });

  test('a container that is unlimited on purpose stays so', () => {
    expect(resources({}, {}, ['cpu']).limits).toEqual({ 'ephemeral-storage': '128Mi', 'memory': '128Mi' });
  });

  test('init containers receive the same, and the spec itself is left alone', () => {
    const spec = { initContainers: [{ name: 'a' }], containers: [{ name: 'b' }], nodeName: 'x' };
    expect(withDefaults(spec, defaultsFor([], []))).toEqual({
      initContainers: [{ name: 'a', resources: { limits: LIMITS, requests: REQUESTS } }],
      containers: [{ name: 'b', resources: { limits: LIMITS, requests: REQUESTS } }],
      nodeName: 'x',
    });
    expect(spec).toEqual({ initContainers: [{ name: 'a' }], containers: [{ name: 'b' }], nodeName: 'x' });
  });

  test('a spec without containers stays without', () => {
    expect(withDefaults({}, defaultsFor([], []))).toEqual({});
  });
});
