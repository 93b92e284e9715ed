import * as fc from 'fast-check';
import { violations } from './pod-security';
import { called, goodProps, settings } from './random-props';
import { chartWith, container, LEAST, podSpec } from './workload';
import { HardenedDeployment, HardenedSettings, Health, KubernetesVersion, Mount, Platform, WorkloadProps } from '../../src';
import { demandOf } from '../../src/kube/demand';
import { containersOf } from '../../src/kube/pod';
import { countedPodSpec, hardenedPodSpec, PodSettings } from '../../src/workload/pod-spec';
import { settleWorkload } from '../../src/workload/workload-settings';

const { V1_28, V1_29, V1_30, V1_32, V1_33, V1_37 } = KubernetesVersion;
const SIDECARS = [
  { name: 'proxy', image: 'proxy:1', ports: [{ number: 9901 }], health: Health.tcp() },
  { name: 'agent', image: 'agent:1', ports: [{ number: 9902 }], health: Health.tcp() },
];
const INIT = [{ name: 'first', image: 'first:1' }, { name: 'second', image: 'second:1' }];
const names = (containers: any[] | undefined) => containers?.map(each => each.name);

function settled(props: WorkloadProps, given: HardenedSettings = {}): PodSettings {
  const workload = new HardenedDeployment(chartWith(given), 'pod', LEAST);
  return { ...settleWorkload(workload, 'Deployment', props).pod, serviceAccountName: 'web', pullSecrets: ['registry'], spread: { app: 'web' } };
}

/** Refuses every change of what is below a value. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

test('keeps the restricted Pod Security Standard, changes nothing of what it is given, and says the same twice', () => {
  fc.assert(fc.property(goodProps, settings, (props, given) => {
    const pod = frozen(settled(called(props) as WorkloadProps, given));
    const spec = hardenedPodSpec(pod);
    expect(violations(spec)).toEqual([]);
    expect(hardenedPodSpec(pod)).toEqual(spec);
  }), { numRuns: 300 });
});

test('a quota counts the very pod that is written', () => {
  const parts = (spec: object) => containersOf(spec).map(({ path, name, role, raw }) => [path, name, role, raw.resources]);
  fc.assert(fc.property(goodProps, settings, (props, given) => {
    const pod = settled(called(props) as WorkloadProps, given);
    expect(parts(countedPodSpec(pod))).toEqual(parts(hardenedPodSpec(pod)));
    expect(demandOf(countedPodSpec(pod))).toEqual(demandOf(hardenedPodSpec(pod)));
  }), { numRuns: 300 });
});

test('a root init container is all that departs from the standard, by its waiver', () => {
  const waivers = [{ rule: 'run-as-non-root', container: 'first', reason: 'owns the files' }];
  const spec = hardenedPodSpec(settled({ ...LEAST, initContainers: INIT, waivers }));
  expect(violations(spec)).toEqual(['first runAsUser: 0', 'first runAsNonRoot: false', 'first runAsNonRoot: undefined']);
});

test('has what nothing else decides in it: no kind of workload, no replicas, no labels', () => {
  const spec = hardenedPodSpec({ ...settled(LEAST), spread: undefined, pullSecrets: [] });
  expect(Object.keys(spec).sort()).toEqual(['automountServiceAccountToken', 'containers', 'enableServiceLinks', 'securityContext', 'serviceAccountName', 'volumes']);
});

describe('containers that start before the main one', () => {
  test('from 1.29 are the sidecars, so that they serve init containers too, and end after it', () => {
    const spec = podSpec({ sidecars: SIDECARS, initContainers: INIT }, { kubernetesVersion: V1_29 });
    expect(names(spec.containers)).toEqual(['web']);
    expect(spec.initContainers.map((each: any) => [each.name, each.restartPolicy])).toEqual([
      ['proxy', 'Always'], ['agent', 'Always'], ['first', undefined], ['second', undefined],
    ]);
  });

  test('at 1.28 are the init containers alone, and the sidecars run beside the main one', () => {
    const spec = podSpec({ sidecars: SIDECARS, initContainers: INIT }, { kubernetesVersion: V1_28 });
    expect(names(spec.containers)).toEqual(['web', 'proxy', 'agent']);
    expect(names(spec.initContainers)).toEqual(['first', 'second']);
    expect(JSON.stringify(spec)).not.toContain('restartPolicy');
  });

  test('are none where none is declared', () => {
    expect(podSpec()).not.toHaveProperty('initContainers');
    expect(podSpec({ sidecars: SIDECARS }, { kubernetesVersion: V1_28 })).not.toHaveProperty('initContainers');
  });
});

describe('a pod that ends', () => {
  const sleep = (props = {}, kubernetesVersion = V1_30) => container(props, { kubernetesVersion }).lifecycle?.preStop.sleep.seconds;

  test('listens on for five seconds, until it is forgotten, from 1.30', () => {
    expect([V1_28, V1_29, V1_30, V1_37].map(version => sleep({}, version))).toEqual([undefined, undefined, 5, 5]);
  });

  test('does not sleep where nobody calls it', () => {
    expect(sleep({ port: undefined, health: Health.exec({ ready: ['r'], live: ['l'] }) })).toBeUndefined();
  });

  test.each([[1, undefined], [2, 1], [5, 4], [6, 5], [30, 5]])('with %s seconds of grace sleeps for %s, since the API server refuses a longer sleep', (grace, seconds) => {
    expect(sleep({ terminationGracePeriodSeconds: grace })).toBe(seconds);
  });

  test('lets its sidecars end as they will', () => {
    const spec = podSpec({ sidecars: SIDECARS }, { kubernetesVersion: V1_30 });
    expect(spec.initContainers.filter((each: any) => each.lifecycle)).toEqual([]);
  });
});

describe('a platform', () => {
  test('that assigns ids is asked for none, in the pod and in its containers', () => {
    const spec = podSpec({ sidecars: SIDECARS }, { platform: Platform.OPENSHIFT });
    expect(spec.securityContext).toEqual({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(JSON.stringify(spec)).not.toMatch(/runAsUser|runAsGroup|fsGroup/);
  });

  test('that assigns ids takes those that are named', () => {
    const { securityContext } = podSpec({ userId: 1000 }, { platform: Platform.OPENSHIFT });
    expect(securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 });
  });

  test('with AppArmor is asked for its profile, from 1.30', () => {
    const context = (kubernetesVersion: KubernetesVersion) => container({}, { kubernetesVersion, platform: Platform.UBUNTU }).securityContext;
    expect([V1_29, V1_30].map(version => context(version).appArmorProfile)).toEqual([undefined, { type: 'RuntimeDefault' }]);
    expect(podSpec({}, { platform: Platform.UBUNTU }).securityContext).not.toHaveProperty('appArmorProfile');
  });

  test('with SELinux is asked for its type, in the pod and in its containers', () => {
    const spec = podSpec({}, { platform: Platform.of({ seLinux: true }) });
    expect([spec, spec.containers[0]].map(each => each.securityContext.seLinuxOptions)).toEqual([{ type: 'container_t' }, { type: 'container_t' }]);
  });

  test('with user namespaces is asked for one from 1.33, but never with a claim', () => {
    const platform = Platform.of({ userNamespaces: true });
    const hostUsers = (kubernetesVersion: KubernetesVersion, props = {}) => podSpec(props, { kubernetesVersion, platform }).hostUsers;
    expect([V1_32, V1_33, V1_37].map(version => hostUsers(version))).toEqual([undefined, false, false]);
    const mounts = [Mount.claim('/data', 'data', { shared: true })];
    expect(hostUsers(V1_33, { mounts })).toBeUndefined();
    expect(hostUsers(V1_33, { initContainers: [{ ...INIT[0], mounts }] })).toBeUndefined();
    expect(hostUsers(V1_33, { mounts: [Mount.secret('/run/db', 'db')] })).toBe(false);
  });

  test('with zones spreads the pods over them too', () => {
    const keys = (platform: Platform) => podSpec({}, { platform }).topologySpreadConstraints.map((each: any) => each.topologyKey);
    expect(keys(Platform.GENERIC)).toEqual(['kubernetes.io/hostname']);
    expect(keys(Platform.of({ zones: true }))).toEqual(['kubernetes.io/hostname', 'topology.kubernetes.io/zone']);
  });

  test('of which nothing is known is asked for nothing', () => {
    expect(JSON.stringify(podSpec({}, { kubernetesVersion: V1_37 }))).not.toMatch(/appArmor|seLinux|hostUsers|topology.kubernetes.io/);
  });
});
