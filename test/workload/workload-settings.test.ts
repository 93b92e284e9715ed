import { podSpec, synth } from './workload';
import { Health } from '../../src';

const IMAGE = 'registry.example.com/x:1.0';

test('labels are added, and do not change those that select', () => {
  const { Deployment, Service } = synth({ labels: { 'team': 'shop', 'app.kubernetes.io/component': 'front' } });
  expect(Deployment.spec.template.metadata.labels).toEqual({
    'app': 'web',
    'app.kubernetes.io/component': 'front',
    'app.kubernetes.io/instance': 'web',
    'app.kubernetes.io/name': 'web',
    'team': 'shop',
  });
  expect(Service.metadata.labels.team).toBe('shop');
  expect(Service.spec.selector).toEqual({ 'app.kubernetes.io/instance': 'web' });
});

test('pull secrets of the app and of the workload stand on the service account, each once', () => {
  const { ServiceAccount, Deployment } = synth({ pullSecrets: ['own', 'shared'] }, { pullSecrets: ['shared'] });
  expect(ServiceAccount.imagePullSecrets).toEqual([{ name: 'shared' }, { name: 'own' }]);
  expect(Deployment.spec.template.spec).not.toHaveProperty('imagePullSecrets');
});

test.each<[string, any, string]>([
  ['a name that is no DNS label', { name: 'Web' }, 'name of the Deployment: got "Web"'],
  ['a selector that selects everything', { selector: {} }, 'selector of "web" selects every pod of the namespace: got {}'],
  ['two containers of one name', { initContainers: [{ name: 'web', image: IMAGE }] }, 'two containers of "web" have one name: got "web"'],
  ['two containers on one port', { sidecars: [{ name: 'proxy', image: IMAGE, health: Health.tcp(), ports: [{ number: 8080 }] }] },
    'two containers of "web" share a port: got "http-8080 (8080/TCP)"'],
  ['a grace period of nothing', { terminationGracePeriodSeconds: 0 }, 'terminationGracePeriodSeconds of "web": got 0, expected'],
  ['a label that is none', { labels: { 'a b': 'c' } }, 'got "a b"'],
  ['a pull secret that is none', { pullSecrets: ['A B'] }, 'name of a pull secret of "web": got "A B"'],
  ['a waiver of an unknown rule', { waivers: [{ rule: 'readonly-fs', reason: 'x' }] },
    'waiver names no rule that can be waived here: got "readonly-fs", expected one of cpu-limit-set, image-tag-fixed, metadata-address-closed, probes-set, '
    + 'read-only-root-filesystem, run-as-non-root; correct the id'],
  ['a waiver without a reason', { waivers: [{ rule: 'cpu-limit-set', reason: ' ' }] }, 'waiver of "cpu-limit-set" gives no reason'],
  ['a waiver of root for the main container', { waivers: [{ rule: 'run-as-non-root', reason: 'x' }] },
    'waiver of "run-as-non-root" names no container that may depart from it'],
])('fails on %s', (_, props, message) => {
  expect(() => synth(props)).toThrow(message);
});

test('a sidecar without a health check needs the waiver that names it', () => {
  const sidecars = [{ name: 'log', image: IMAGE }];
  expect(() => podSpec({ sidecars })).toThrow('health of sidecar "log" of "web" is missing');
  expect(podSpec({ sidecars, waivers: [{ rule: 'probes-set', reason: 'only writes', container: 'log' }] }).initContainers).toHaveLength(1);
});
