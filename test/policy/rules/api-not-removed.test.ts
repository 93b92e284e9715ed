import { fails, holds, MINORS } from './cases';
import { apiNotRemoved } from '../../../src/policy/rules/api-not-removed';

const object = (apiVersion: string, kind: string) => ({ object: { apiVersion, kind } });

/** What each version removed, by the deprecation guide of Kubernetes and the lifecycle that its types declare. */
const REMOVED: { readonly [minor: number]: { readonly [apiVersion: string]: string } } = {
  16: {
    'apps/v1beta1': 'ControllerRevision Deployment StatefulSet',
    'apps/v1beta2': 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet',
    'extensions/v1beta1': 'DaemonSet Deployment NetworkPolicy PodSecurityPolicy ReplicaSet',
  },
  22: {
    'admissionregistration.k8s.io/v1beta1': 'MutatingWebhookConfiguration ValidatingWebhookConfiguration',
    'apiextensions.k8s.io/v1beta1': 'CustomResourceDefinition',
    'apiregistration.k8s.io/v1beta1': 'APIService',
    'certificates.k8s.io/v1beta1': 'CertificateSigningRequest',
    'coordination.k8s.io/v1beta1': 'Lease',
    'extensions/v1beta1': 'Ingress',
    'networking.k8s.io/v1beta1': 'Ingress IngressClass',
    'rbac.authorization.k8s.io/v1alpha1': 'ClusterRole ClusterRoleBinding Role RoleBinding',
    'rbac.authorization.k8s.io/v1beta1': 'ClusterRole ClusterRoleBinding Role RoleBinding',
    'scheduling.k8s.io/v1alpha1': 'PriorityClass',
    'scheduling.k8s.io/v1beta1': 'PriorityClass',
    'storage.k8s.io/v1beta1': 'CSIDriver CSINode StorageClass VolumeAttachment',
  },
  25: {
    'autoscaling/v2beta1': 'HorizontalPodAutoscaler',
    'batch/v1beta1': 'CronJob',
    'discovery.k8s.io/v1beta1': 'EndpointSlice',
    'events.k8s.io/v1beta1': 'Event',
    'node.k8s.io/v1beta1': 'RuntimeClass',
    'policy/v1beta1': 'PodDisruptionBudget PodSecurityPolicy',
  },
  26: { 'autoscaling/v2beta2': 'HorizontalPodAutoscaler', 'flowcontrol.apiserver.k8s.io/v1beta1': 'FlowSchema PriorityLevelConfiguration' },
  27: { 'storage.k8s.io/v1beta1': 'CSIStorageCapacity' },
  29: { 'flowcontrol.apiserver.k8s.io/v1beta2': 'FlowSchema PriorityLevelConfiguration', 'networking.k8s.io/v1alpha1': 'ClusterCIDR' },
  31: {
    'resource.k8s.io/v1alpha2':
      'PodSchedulingContext ResourceClaim ResourceClaimParameters ResourceClaimTemplate ResourceClass ResourceClassParameters ResourceSlice',
  },
  32: {
    'admissionregistration.k8s.io/v1alpha1': 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
    'flowcontrol.apiserver.k8s.io/v1beta3': 'FlowSchema PriorityLevelConfiguration',
    'resource.k8s.io/v1alpha3': 'PodSchedulingContext',
  },
  33: { 'networking.k8s.io/v1alpha1': 'IPAddress ServiceCIDR' },
  34: {
    'admissionregistration.k8s.io/v1beta1': 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
    'resource.k8s.io/v1alpha3': 'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
  },
  35: { 'storage.k8s.io/v1alpha1': 'VolumeAttributesClass', 'storagemigration.k8s.io/v1alpha1': 'StorageVersionMigration' },
  37: {
    'certificates.k8s.io/v1alpha1': 'ClusterTrustBundle',
    'networking.k8s.io/v1beta1': 'IPAddress ServiceCIDR',
    'scheduling.k8s.io/v1alpha2': 'PodGroup Workload',
    'storage.k8s.io/v1beta1': 'VolumeAttributesClass',
  },
};
const GONE = Object.entries(REMOVED).flatMap(([minor, versions]) => Object.entries(versions).flatMap(([apiVersion, kinds]) => (
  kinds.split(' ').map(kind => ({ minor: Number(minor), apiVersion, kind }))
)));

holds(apiNotRemoved, {
  'it is the version that stays': object('batch/v1', 'CronJob'),
  'the group has the version for another kind': object('coordination.k8s.io/v1beta1', 'LeaseCandidate'),
  'taints of devices stay where claims went': object('resource.k8s.io/v1alpha3', 'DeviceTaintRule'),
  ...Object.fromEntries(GONE.filter(({ minor }) => minor > MINORS[0]).map(({ minor, apiVersion, kind }) => (
    [`${kind} of ${apiVersion} is served before 1.${minor}`, { ...object(apiVersion, kind), to: minor - 1 }]
  ))),
});

fails(apiNotRemoved, {
  ...Object.fromEntries(GONE.map(({ minor, apiVersion, kind }) => (
    [`${kind} of ${apiVersion} went with 1.${minor}`, { ...object(apiVersion, kind), from: minor }]
  ))),
});

test('it is about the kinds that lost a version, each once', () => {
  expect(apiNotRemoved.kinds).toEqual([...new Set(apiNotRemoved.kinds)].sort());
  expect(apiNotRemoved.kinds!.filter(kind => kind.startsWith('policy/'))).toEqual(['policy/PodDisruptionBudget', 'policy/PodSecurityPolicy']);
});

test('it changes with the versions that removed something', () => {
  expect(apiNotRemoved.changes!.map(({ since }) => since)).toEqual([29, 31, 32, 33, 34, 35, 37]);
});
