import type { ContainerSettings } from './container-settings';
import { PodVolumes } from './pod-volumes';
import { KubernetesVersion } from '../kube/kubernetes-version';
import type { Platform } from '../kube/platform';

/** What a pod is made of, with every value checked and settled. */
export interface PodSettings {
  readonly main: ContainerSettings;
  readonly init: readonly ContainerSettings[];
  readonly sidecars: readonly ContainerSettings[];
  readonly serviceAccountName: string;
  /** Named on the pod only where its service account is not ours to name them on. */
  readonly pullSecrets: readonly string[];
  readonly platform: Platform;
  readonly version: KubernetesVersion;
  readonly terminationGracePeriodSeconds?: number;
  /** Whether the workload runs already, with volumes whose files have a group. */
  readonly isAdopted: boolean;
  /** Labels by which its replicas find one another, to spread over nodes. */
  readonly spread?: Readonly<Record<string, string>>;
}

/** Seconds in which endpoints and load balancers forget a pod before it stops to listen. */
const SECONDS_TO_BE_FORGOTTEN = 5;

/** What the API server gives a pod that does not say how long its end takes. */
const DEFAULT_GRACE = 30;

/**
 * The one hardened pod of this library, for every kind of workload: it meets the restricted Pod Security Standard.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function hardenedPodSpec(pod: PodSettings): Record<string, unknown> {
  const volumes = new PodVolumes([pod.main, ...pod.init, ...pod.sidecars]);
  const { containers, initContainers } = containersIn(pod, container => containerSpec(container, pod, volumes));
  return {
    ...(pod.spread ? { affinity: apartFrom(pod.spread) } : {}),
    automountServiceAccountToken: false,
    containers,
    enableServiceLinks: false,
    ...(canHaveOwnUsers(pod) ? { hostUsers: false } : {}),
    ...(pod.pullSecrets.length > 0 ? { imagePullSecrets: pod.pullSecrets.map(name => ({ name })) } : {}),
    ...(initContainers.length > 0 ? { initContainers } : {}),
    securityContext: podSecurityContext(pod),
    serviceAccountName: pod.serviceAccountName,
    ...(pod.terminationGracePeriodSeconds === undefined ? {} : { terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds }),
    ...(pod.spread ? { topologySpreadConstraints: spreadConstraints(pod.spread, pod.platform) } : {}),
    volumes: volumes.toJson(),
  };
}

/** The same pod as a quota counts it, which asks for every pod before the first is written: what its containers use, and when they run. */
export function countedPodSpec(pod: Pick<PodSettings, 'main' | 'init' | 'sidecars' | 'version'>): object {
  return containersIn(pod, ({ name, resources }) => ({ name, resources }));
}

interface ContainerLists {
  readonly containers: Record<string, unknown>[];
  readonly initContainers: Record<string, unknown>[];
}

function containersIn(
  pod: Pick<PodSettings, 'main' | 'init' | 'sidecars' | 'version'>, make: (container: ContainerSettings) => Record<string, unknown>,
): ContainerLists {
  const init = pod.init.map(make);
  const sidecars = pod.sidecars.map(make);
  const main = make(pod.main);
  return pod.version.atLeast(KubernetesVersion.V1_29)
    ? { containers: [main], initContainers: [...sidecars.map(each => ({ ...each, restartPolicy: 'Always' })), ...init] }
    : { containers: [main, ...sidecars], initContainers: init };
}

function containerSpec(container: ContainerSettings, pod: PodSettings, volumes: PodVolumes): Record<string, unknown> {
  const { name, image, pullPolicy, command, args, env, ports, probes, resources } = container;
  return {
    name,
    image,
    imagePullPolicy: pullPolicy,
    ...(command ? { command } : {}),
    ...(args ? { args } : {}),
    ...(env.length > 0 ? { env } : {}),
    ...(ports.length > 0 ? { ports: ports.map(port => ({ containerPort: port.number, name: port.name, protocol: port.protocol })) } : {}),
    ...probes,
    // Only who is called must be forgotten.
    ...(container.role === 'main' && ports.length > 0 ? lifecycle(pod) : {}),
    resources,
    securityContext: containerSecurityContext(container, pod.platform, pod.version),
    volumeMounts: volumes.mountsOf(container),
  };
}

function lifecycle({ version, terminationGracePeriodSeconds: seconds = DEFAULT_GRACE }: PodSettings): Record<string, unknown> {
  // The API server refuses a sleep that leaves no second of the grace period.
  const sleep = Math.min(SECONDS_TO_BE_FORGOTTEN, seconds - 1);
  // The sleep action is on by default from 1.30.
  return version.atLeast(KubernetesVersion.V1_30) && sleep > 0 ? { lifecycle: { preStop: { sleep: { seconds: sleep } } } } : {};
}

/** Written at both levels: some controls read only the pod's, some only the container's. */
function containerSecurityContext(container: ContainerSettings, platform: Platform, version: KubernetesVersion): Record<string, unknown> {
  return {
    allowPrivilegeEscalation: false,
    ...(platform.appArmor && version.atLeast(KubernetesVersion.V1_30) ? { appArmorProfile: { type: 'RuntimeDefault' } } : {}),
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: container.readOnlyRoot,
    ...(container.ids ? { runAsGroup: container.ids.group, runAsUser: container.ids.user } : {}),
    runAsNonRoot: !container.root,
    ...(platform.seLinux ? { seLinuxOptions: { type: 'container_t' } } : {}),
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

function podSecurityContext(pod: PodSettings): Record<string, unknown> {
  const ids = pod.main.ids;
  return {
    // A volume that is in use keeps the group of its files: some programs refuse data that changed hands.
    ...(ids && !(pod.isAdopted && mountsClaim(pod)) ? { fsGroup: ids.group, fsGroupChangePolicy: 'OnRootMismatch' } : {}),
    ...(ids ? { runAsGroup: ids.group, runAsUser: ids.user } : {}),
    runAsNonRoot: true,
    ...(pod.platform.seLinux ? { seLinuxOptions: { type: 'container_t' } } : {}),
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** A user namespace needs every volume's file system to map ids, and network file systems do not. */
function canHaveOwnUsers(pod: PodSettings): boolean {
  return pod.platform.userNamespaces && pod.version.atLeast(KubernetesVersion.V1_33) && !mountsClaim(pod);
}

function mountsClaim(pod: PodSettings): boolean {
  return [pod.main, ...pod.init, ...pod.sidecars].some(container => container.mounts.some(mount => mount._isClaim));
}

/**
 * A wish beside the spread, which weighs pods and not nodes: while there is a node without such a pod, that one is taken. A wish and no
 * demand, so that a cluster with few nodes still runs all of them.
 */
function apartFrom(labels: Readonly<Record<string, string>>): object {
  const podAffinityTerm = { labelSelector: { matchLabels: { ...labels } }, topologyKey: 'kubernetes.io/hostname' };
  return { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm, weight: 100 }] } };
}

function spreadConstraints(labels: Readonly<Record<string, string>>, platform: Platform): object[] {
  // Zones only where every node names its zone: a constraint with a missing key switches the others off.
  const keys = ['kubernetes.io/hostname', ...(platform.zones ? ['topology.kubernetes.io/zone'] : [])];
  return keys.map(topologyKey => ({
    labelSelector: { matchLabels: { ...labels } },
    matchLabelKeys: ['pod-template-hash'],
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
  }));
}
