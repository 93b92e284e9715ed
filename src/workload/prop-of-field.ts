import type { PodSettings } from './pod-spec';
import { KubernetesVersion } from '../kube/kubernetes-version';
import { PropsOfFields, propIn } from '../policy/prop-of-field';

/** Props of a container, by the fields below it. */
const CONTAINER: PropsOfFields = {
  'args': 'args',
  'command': 'command',
  'env': 'env',
  'env[].valueFrom': 'envFrom',
  'image': 'image',
  'livenessProbe': 'health',
  'name': 'name',
  'ports': 'ports',
  'readinessProbe': 'health',
  'resources': 'resources',
  'resources.limits.cpu': 'resources.cpuLimit',
  'resources.limits.ephemeral-storage': 'resources.ephemeralStorage',
  'resources.limits.memory': 'resources.memory',
  'resources.requests.cpu': 'resources.cpu',
  'resources.requests.ephemeral-storage': 'resources.ephemeralStorage',
  'resources.requests.memory': 'resources.memory',
  // What only a waiver opens.
  'securityContext.readOnlyRootFilesystem': 'waivers',
  'securityContext.runAsGroup': 'groupId',
  'securityContext.runAsNonRoot': 'waivers',
  'securityContext.runAsUser': 'userId',
  'startupProbe': 'health',
  'volumeMounts': 'mounts',
};

/** Props of a workload, by the fields of a container that all of its containers share. */
const EVERY_CONTAINER: PropsOfFields = {
  'imagePullPolicy': 'imagePullPolicy',
  'lifecycle': 'terminationGracePeriodSeconds',
  'securityContext.appArmorProfile': 'platform',
  'securityContext.seLinuxOptions': 'platform',
};

const POD: PropsOfFields = {
  'affinity': 'selector',
  'hostUsers': 'platform',
  'imagePullSecrets': 'pullSecrets',
  'securityContext.fsGroup': 'groupId',
  'securityContext.runAsGroup': 'groupId',
  'securityContext.runAsUser': 'userId',
  'securityContext.seLinuxOptions': 'platform',
  'serviceAccountName': 'serviceAccount',
  'terminationGracePeriodSeconds': 'terminationGracePeriodSeconds',
  'topologySpreadConstraints': 'platform',
  'topologySpreadConstraints[].labelSelector': 'selector',
  'volumes': 'mounts',
  'volumes[].emptyDir': 'writablePaths',
};

/** Props of a workload, by the fields of the objects beside its pods. */
const OBJECTS: PropsOfFields = {
  'metadata.labels': 'labels',
  'metadata.name': 'name',
  'spec.egress': 'connections',
  'spec.endpointSelector': 'selector',
  'spec.ingress': 'connections',
  'spec.maxReplicas': 'autoscaling.maxReplicas',
  'spec.maxUnavailable': 'maxUnavailable',
  'spec.metrics': 'autoscaling.cpuUtilization',
  'spec.minReplicas': 'autoscaling.minReplicas',
  'spec.podSelector': 'selector',
  'spec.portLevelMtls': 'waivers',
  'spec.ports': 'ports',
  'spec.replicas': 'replicas',
  'spec.rules': 'connections',
  'spec.selector': 'selector',
  'spec.template.metadata.labels': 'labels',
};

const IN_POD = /^spec\.template\.spec\.(?:(containers|initContainers)\[(\d+)\]\.)?(.*)$/s;

/** The prop of a workload by which a field of one of its objects is changed; nothing where that field is the same for every program. */
export function propOfWorkload(pod: Pick<PodSettings, 'init' | 'sidecars' | 'version'>, field: string): string | undefined {
  const [, list, index, rest] = IN_POD.exec(field) ?? [];
  if (rest === undefined) { return propIn(OBJECTS, field); }
  if (list === undefined) { return propIn(POD, rest); }
  const shared = propIn(EVERY_CONTAINER, rest);
  const place = placeOf(pod, list, Number(index));
  const own = propIn(CONTAINER, rest);
  if (shared !== undefined || own === undefined || place === undefined) { return shared; }
  // Whoever waives does so at the workload.
  return own === 'waivers' ? own : place + own;
}

/** Where the program describes the container: the main one in the props themselves. Nothing where it describes none there. */
function placeOf({ init, sidecars, version }: Pick<PodSettings, 'init' | 'sidecars' | 'version'>, list: string, index: number): string | undefined {
  const beside = sidecars.map((_, i) => `sidecars[${i}].`);
  const before = init.map((_, i) => `initContainers[${i}].`);
  const isNative = version.atLeast(KubernetesVersion.V1_29);
  const places = list === 'containers' ? ['', ...(isNative ? [] : beside)] : [...(isNative ? beside : []), ...before];
  return places[index];
}
