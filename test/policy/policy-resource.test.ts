import { groupVersion, PolicyResources } from '../../src/policy/policy-resource';

const object = (apiVersion: string, kind: string, metadata: object = { name: 'a', namespace: 'shop' }) => ({ apiVersion, kind, metadata });
const crd = (more: object = {}) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'example.com', names: { kind: 'Witch', plural: 'hexen' }, scope: 'Cluster', versions: [{ name: 'v1' }, { name: 'v2', served: true }, { name: 'v0', served: false }], ...more,
  },
});

test.each([
  ['v1', 'Pod', 'pods'], ['v1', 'Endpoints', 'endpoints'], ['networking.k8s.io/v1', 'Ingress', 'ingresses'], ['networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies'],
  ['gateway.networking.k8s.io/v1', 'Gateway', 'gateways'], ['storage.k8s.io/v1', 'StorageClass', 'storageclasses'], ['storage.k8s.io/v1', 'CSINode', 'csinodes'],
  ['networking.k8s.io/v1', 'IPAddress', 'ipaddresses'], ['networking.istio.io/v1', 'ServiceEntry', 'serviceentries'], ['batch/v1', 'CronJob', 'cronjobs'],
])('the resource of %s %s is %s', (apiVersion, kind, resource) => {
  const found = new PolicyResources().of(object(apiVersion, kind));
  expect([found.resource, found.isGuess]).toEqual([resource, false]);
});

test('a request says where its object lives', () => {
  const namespaceOf = (json: any) => new PolicyResources().of(json).namespace;
  expect(namespaceOf(object('v1', 'Pod'))).toBe('shop');
  expect(namespaceOf(object('v1', 'Pod', { name: 'a' }))).toBe('default');
  expect(namespaceOf(object('rbac.authorization.k8s.io/v1', 'ClusterRole'))).toBe('');
  expect(namespaceOf(object('v1', 'Namespace', { name: 'shop' }))).toBe('shop');
  expect([namespaceOf(object('example.com/v1', 'Witch')), namespaceOf(object('example.com/v1', 'Witch', { name: 'a' }))]).toEqual(['shop', '']);
});

test('a definition says what a custom kind is', () => {
  const resources = new PolicyResources();
  const witch = object('example.com/v1', 'Witch');
  expect([resources.knows(witch), resources.of(witch).resource, resources.of(witch).isGuess]).toEqual([false, 'witches', true]);
  resources.see(crd());
  expect([resources.knows(witch), resources.of(witch).resource, resources.of(witch).isGuess, resources.of(witch).namespace]).toEqual([true, 'hexen', false, '']);
  expect(resources.scope('example.com/v1', 'Witch')).toBe('Cluster');
});

test('a custom resource is the same in every version that is served', () => {
  const resources = new PolicyResources();
  const equivalents = () => resources.equivalents(resources.of(object('example.com/v1', 'Witch')));
  resources.see(crd());
  expect(equivalents()).toEqual([{ group: 'example.com', version: 'v2', resource: 'hexen', isPlain: true }]);
  resources.see(crd({ conversion: { strategy: 'Webhook' } }));
  expect(equivalents()).toEqual([{ group: 'example.com', version: 'v2', resource: 'hexen', isPlain: false }]);
});

test('of built-in resources two are served twice', () => {
  const resources = new PolicyResources();
  const equivalents = (apiVersion: string, kind: string) => resources.equivalents(resources.of(object(apiVersion, kind))).map(({ group, version }) => `${group}/${version}`);
  expect(equivalents('autoscaling/v2', 'HorizontalPodAutoscaler')).toEqual(['autoscaling/v1']);
  expect(equivalents('v1', 'Event')).toEqual(['events.k8s.io/v1']);
  expect(equivalents('apps/v1', 'Deployment')).toEqual([]);
});

test('an apiVersion is a group and a version', () => {
  expect([groupVersion('v1'), groupVersion('apps/v1')]).toEqual([{ group: '', version: 'v1' }, { group: 'apps', version: 'v1' }]);
});
