import { Chart } from 'cdk8s';
import { shop, workload } from './shop';
import { PodSecurityLevel } from '../../src/kube/pod-security-level';
import { SecureNamespace } from '../../src/namespace/secure-namespace';
import { ManagedNamespaces } from '../../src/network/managed-namespaces';

const ROOT_INIT = {
  initContainers: [{ name: 'own-files', image: 'registry.example.com/chown:1.0' }],
  waivers: [{ rule: 'run-as-non-root', container: 'own-files', reason: 'The volume belongs to root.' }],
};
const BASELINE = { level: PodSecurityLevel.BASELINE, waivers: [{ rule: 'pod-security-restricted', reason: 'An init container is root.' }] };

test('the app makes its SecureNamespaces, and not those it imports or never heard of', () => {
  const { chart } = shop();
  SecureNamespace.imported(chart, 'theirs', { level: PodSecurityLevel.RESTRICTED });
  const namespaces = ManagedNamespaces.of(chart);
  expect(['shop', 'theirs', 'other'].filter(name => namespaces.makes(name))).toEqual(['shop']);
});

test.each([
  ['made', () => shop().namespace],
  ['imported', () => SecureNamespace.imported(shop().chart, 'shop-2', { name: 'theirs', level: PodSecurityLevel.RESTRICTED })],
])('a restricted namespace that is %s refuses a workload that it would not admit', (_, make) => {
  const namespace = make();
  expect(() => workload(namespace, 'web', ROOT_INIT)).toThrow(new Error(
    `namespace "${namespace.name}" would refuse the pods of "web": got "a waiver of run-as-non-root", expected none, since it enforces the restricted level; `
    + 'put the workload into a namespace of its own, a SecureNamespace with level PodSecurityLevel.BASELINE and a waiver',
  ));
});

test('a namespace of a lower level admits it', () => {
  const { chart } = shop();
  expect(() => workload(new SecureNamespace(chart, 'old', BASELINE), 'web', ROOT_INIT)).not.toThrow();
  expect(() => workload(SecureNamespace.imported(chart, 'theirs', { level: PodSecurityLevel.PRIVILEGED }), 'web', ROOT_INIT)).not.toThrow();
});

test('two SecureNamespaces of one name are an error, also in two charts', () => {
  const { app, chart } = shop();
  const message = (path: string) => `namespace "shop" stands in the app already, as shop/shop: got "${path}", `
    + 'expected one SecureNamespace, and no import of it; pass the first one as scope, or give this one another name';
  expect(() => new SecureNamespace(chart, 'again', { name: 'shop' })).toThrow(new Error(message('shop/again')));
  expect(() => new SecureNamespace(new Chart(app, 'two'), 'shop')).toThrow(new Error(message('two/shop')));
});

test('a namespace that the app makes is not imported, in either order: one of the two would be wrong about its level', () => {
  const { chart } = shop();
  expect(() => SecureNamespace.imported(chart, 'import', { name: 'shop', level: PodSecurityLevel.PRIVILEGED })).toThrow(new Error(
    'namespace "shop" stands in the app already, as shop/shop: got "shop/import", expected one SecureNamespace, and no import of it; '
    + 'pass the first one as scope, or give this one another name',
  ));
  SecureNamespace.imported(chart, 'theirs', { level: PodSecurityLevel.RESTRICTED });
  expect(() => new SecureNamespace(chart, 'made', { name: 'theirs' })).toThrow('namespace "theirs" stands in the app already, as shop/theirs: got "shop/made"');
});

test('a namespace may be imported often, with one level', () => {
  const { chart } = shop();
  SecureNamespace.imported(chart, 'one', { name: 'theirs', level: PodSecurityLevel.BASELINE });
  SecureNamespace.imported(chart, 'two', { name: 'theirs', level: PodSecurityLevel.BASELINE });
  expect(() => SecureNamespace.imported(chart, 'three', { name: 'theirs', level: PodSecurityLevel.PRIVILEGED })).toThrow(new Error(
    'namespace "theirs" stands in the app already, as shop/one: got "shop/three", expected an import with the same level, baseline; '
    + 'pass the first one as scope, or give this one another name',
  ));
});

test('what a mesh and its gateways run in a namespace adds up, and each says it for itself', () => {
  const namespaces = ManagedNamespaces.of(shop().chart);
  expect(namespaces.proxiesIn('shop')).toEqual({ inEachPod: false, pods: 0, loadBalancers: 0, nodePorts: 0 });
  namespaces.addProxies('shop', { inEachPod: true, pods: 0 });
  namespaces.addProxies('shop', { inEachPod: false, pods: 3, loadBalancers: 1, nodePorts: 3 }, 'gateway a');
  namespaces.addProxies('shop', { inEachPod: false, pods: 3, loadBalancers: 1, nodePorts: 3 }, 'gateway b');
  namespaces.addProxies('shop', { inEachPod: true, pods: 2 });
  expect(namespaces.proxiesIn('shop')).toEqual({ inEachPod: true, pods: 8, loadBalancers: 2, nodePorts: 6 });
  expect(namespaces.proxiesIn('bank').pods).toBe(0);
});
