import { container, podSpec } from './workload';
import { HardenedDeploymentProps, Health, KubernetesVersion, Mount, Platform } from '../../src';

const IMAGE = 'registry.example.com/x:1.0';
const SIDECAR: Partial<HardenedDeploymentProps> = {
  initContainers: [{ name: 'init', image: IMAGE }], sidecars: [{ name: 'proxy', image: IMAGE, ports: [{ number: 9901 }], health: Health.tcp() }],
};
const names = (list: any[] | undefined) => list?.map(each => each.name);

test('sidecars are native from 1.29 on: they start first, and end last', () => {
  const spec = podSpec(SIDECAR, { kubernetesVersion: KubernetesVersion.V1_29 });
  expect([names(spec.initContainers), names(spec.containers)]).toEqual([['proxy', 'init'], ['web']]);
  expect(spec.initContainers.map((each: any) => each.restartPolicy)).toEqual(['Always', undefined]);
});

test('and stand beside the main container before', () => {
  const spec = podSpec(SIDECAR, { kubernetesVersion: KubernetesVersion.V1_28 });
  expect([names(spec.initContainers), names(spec.containers)]).toEqual([['init'], ['web', 'proxy']]);
});

test('an init container has no probes, and a sidecar has its own', () => {
  const [proxy, init] = podSpec(SIDECAR).initContainers;
  expect(Object.keys(init).filter(key => key.endsWith('Probe'))).toEqual([]);
  expect(Object.keys(proxy).filter(key => key.endsWith('Probe'))).toHaveLength(3);
});

test('a pod waits to be forgotten only where the version has the action', () => {
  expect(container({}, { kubernetesVersion: KubernetesVersion.V1_29 })).not.toHaveProperty('lifecycle');
  expect(container({}, { kubernetesVersion: KubernetesVersion.V1_30 })).toHaveProperty('lifecycle');
});

test('AppArmor is named where every node has it, from the version on that has the field', () => {
  const platform = Platform.UBUNTU;
  expect(container({}, { platform, kubernetesVersion: KubernetesVersion.V1_30 }).securityContext.appArmorProfile).toEqual({ type: 'RuntimeDefault' });
  expect(container({}, { platform, kubernetesVersion: KubernetesVersion.V1_29 }).securityContext).not.toHaveProperty('appArmorProfile');
  expect(container().securityContext).not.toHaveProperty('appArmorProfile');
});

test('SELinux is named at both levels where every node enforces it', () => {
  const settings = { platform: Platform.of({ seLinux: true }) };
  expect([podSpec({}, settings).securityContext.seLinuxOptions, container({}, settings).securityContext.seLinuxOptions])
    .toEqual([{ type: 'container_t' }, { type: 'container_t' }]);
});

test('a pod has users of its own where nodes can map them, and never with a claim', () => {
  const settings = { platform: Platform.of({ userNamespaces: true }), kubernetesVersion: KubernetesVersion.V1_33 };
  expect(podSpec({}, settings).hostUsers).toBe(false);
  expect(podSpec({ replicas: 1, mounts: [Mount.claim('/data', 'data')] }, settings)).not.toHaveProperty('hostUsers');
  expect(podSpec({}, { ...settings, kubernetesVersion: KubernetesVersion.V1_32 })).not.toHaveProperty('hostUsers');
});

test('replicas spread over zones only where every node names its zone', () => {
  const keys = (spec: any) => spec.topologySpreadConstraints.map((each: any) => each.topologyKey);
  expect(keys(podSpec())).toEqual(['kubernetes.io/hostname']);
  expect(keys(podSpec({ platform: Platform.GKE }))).toEqual(['kubernetes.io/hostname', 'topology.kubernetes.io/zone']);
});

test('nothing is written that is empty or a default', () => {
  expect(podSpec()).not.toHaveProperty('initContainers');
  expect(podSpec()).not.toHaveProperty('imagePullSecrets');
  expect(podSpec()).not.toHaveProperty('terminationGracePeriodSeconds');
  expect(podSpec({ terminationGracePeriodSeconds: 60 }).terminationGracePeriodSeconds).toBe(60);
});
