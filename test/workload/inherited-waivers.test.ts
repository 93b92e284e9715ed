import { App, Chart, Testing } from 'cdk8s';
import { LEAST } from './workload';
import { HardenedDeployment, HardenedDeploymentProps, HardenedSettings, SecureApp, SecureNamespace } from '../../src';
import { Session } from '../../src/policy/session';
import type { Waiver } from '../../src/policy/waiver';

const waiver = (rule: string, container?: string): Waiver => ({ rule, reason: 'so it is here', ...(container === undefined ? {} : { container }) });
const SIDECAR = { name: 'proxy', image: 'registry.example.com/proxy:1.0', ports: [{ number: 9901 }], health: LEAST.health! };

function shop(waivers: { app?: Waiver[]; namespace?: Waiver[] }, props: Partial<HardenedDeploymentProps> = {}, settings: HardenedSettings = {}) {
  const app: App = Testing.app();
  SecureApp.configure(app, { ...settings, waivers: waivers.app });
  const chart = new Chart(app, 'chart');
  const namespace = new SecureNamespace(chart, 'shop', { waivers: waivers.namespace });
  new HardenedDeployment(namespace, 'web', { ...LEAST, ...props });
  const json = Testing.synth(chart).find(({ kind }) => kind === 'Deployment');
  const { containers, initContainers = [] } = json.spec.template.spec;
  const used = Session.of(app).waivers.entries.map(({ isUsed }) => isUsed);
  return { json, main: containers[0], all: [...containers, ...initContainers] as any[], used };
}

test.each(['app', 'namespace'] as const)('a waiver of the %s changes the field of every workload below, with the reason in its manifest', level => {
  const { json, all, used } = shop({ [level]: [waiver('cpu-limit-set')] }, { sidecars: [SIDECAR] });
  expect(all.map(({ resources }) => resources.limits.cpu)).toEqual([undefined, undefined]);
  expect(json.metadata.annotations).toMatchObject({
    'waiver.cdk8s-hardened/cpu-limit-set.web': 'so it is here',
    'waiver.cdk8s-hardened/cpu-limit-set.proxy': 'so it is here',
    'checkov.io/skip11': 'CKV_K8S_11=so it is here',
  });
  expect(used).toEqual([true]);
});

test('a waiver of one container is for those of its name', () => {
  const { all } = shop({ app: [waiver('read-only-root-filesystem', 'proxy')] }, { sidecars: [SIDECAR] });
  expect(all.map(({ name, securityContext }) => [name, securityContext.readOnlyRootFilesystem])).toEqual([['web', true], ['proxy', false]]);
});

test('what a workload says itself goes before what stands above it', () => {
  const { main, json, used } = shop({ app: [waiver('cpu-limit-set')] }, { resources: { cpuLimit: '2' } });
  expect([main.resources.limits.cpu, json.metadata.annotations['waiver.cdk8s-hardened/cpu-limit-set.web'], used]).toEqual(['2', undefined, [false]]);
  const own = shop({ app: [waiver('cpu-limit-set')] }, { waivers: [{ rule: 'cpu-limit-set', reason: 'latency' }] });
  expect(own.json.metadata.annotations['waiver.cdk8s-hardened/cpu-limit-set.web']).toBe('latency');
});

test('a health check is kept, and need not be there', () => {
  expect(shop({ app: [waiver('probes-set')] }).main.livenessProbe).toEqual(expect.objectContaining({ httpGet: expect.anything() }));
  const without = shop({ app: [waiver('probes-set')] }, { health: undefined });
  expect([without.main.livenessProbe, without.json.metadata.annotations['waiver.cdk8s-hardened/probes-set.web'], without.used]).toEqual([
    undefined, 'so it is here', [true],
  ]);
});

test('a tag may move where one does, and only there', () => {
  const [moving, fixed] = ['registry.example.com/web:latest', LEAST.image].map(image => shop({ namespace: [waiver('image-tag-fixed')] }, { image }));
  expect(moving.main.image).toBe('registry.example.com/web:latest');
  expect([moving, fixed].map(({ json }) => json.metadata.annotations['waiver.cdk8s-hardened/image-tag-fixed.web'])).toEqual(['so it is here', undefined]);
  expect(() => shop({ app: [waiver('image-tag-fixed')] }, { image: 'No Image' })).toThrow('No Image');
});

test('nobody becomes root by what stands above', () => {
  const { all } = shop({ app: [waiver('run-as-non-root')] }, { initContainers: [{ name: 'own', image: 'registry.example.com/own:1' }] });
  expect(all.map(({ securityContext }) => securityContext.runAsNonRoot)).toEqual([true, true]);
});

test('the nearest of two waivers gives the reason', () => {
  const { json } = shop({ app: [{ rule: 'cpu-limit-set', reason: 'far' }], namespace: [{ rule: 'cpu-limit-set', reason: 'near' }] });
  expect(json.metadata.annotations['waiver.cdk8s-hardened/cpu-limit-set.web']).toBe('near');
});
