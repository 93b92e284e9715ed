import { Rule, Severity } from '../rule';

const WEBHOOKS = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
const POLICIES = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'];
const ROLES = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];
const FLOWS = ['FlowSchema', 'PriorityLevelConfiguration'];
const CLAIMS = ['ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice'];

interface Removal {
  /** The minor version that no longer serves it. */
  readonly minor: number;
  readonly apiVersion: string;
  readonly kinds: readonly string[];
}

/** In the order in which they went. */
const REMOVALS: readonly Removal[] = [
  { minor: 16, apiVersion: 'apps/v1beta1', kinds: ['ControllerRevision', 'Deployment', 'StatefulSet'] },
  { minor: 16, apiVersion: 'apps/v1beta2', kinds: ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'] },
  { minor: 16, apiVersion: 'extensions/v1beta1', kinds: ['DaemonSet', 'Deployment', 'NetworkPolicy', 'PodSecurityPolicy', 'ReplicaSet'] },
  { minor: 22, apiVersion: 'admissionregistration.k8s.io/v1beta1', kinds: WEBHOOKS },
  { minor: 22, apiVersion: 'apiextensions.k8s.io/v1beta1', kinds: ['CustomResourceDefinition'] },
  { minor: 22, apiVersion: 'apiregistration.k8s.io/v1beta1', kinds: ['APIService'] },
  { minor: 22, apiVersion: 'certificates.k8s.io/v1beta1', kinds: ['CertificateSigningRequest'] },
  { minor: 22, apiVersion: 'coordination.k8s.io/v1beta1', kinds: ['Lease'] },
  { minor: 22, apiVersion: 'extensions/v1beta1', kinds: ['Ingress'] },
  { minor: 22, apiVersion: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'] },
  { minor: 22, apiVersion: 'rbac.authorization.k8s.io/v1alpha1', kinds: ROLES },
  { minor: 22, apiVersion: 'rbac.authorization.k8s.io/v1beta1', kinds: ROLES },
  { minor: 22, apiVersion: 'scheduling.k8s.io/v1alpha1', kinds: ['PriorityClass'] },
  { minor: 22, apiVersion: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'] },
  { minor: 22, apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'] },
  { minor: 25, apiVersion: 'autoscaling/v2beta1', kinds: ['HorizontalPodAutoscaler'] },
  { minor: 25, apiVersion: 'batch/v1beta1', kinds: ['CronJob'] },
  { minor: 25, apiVersion: 'discovery.k8s.io/v1beta1', kinds: ['EndpointSlice'] },
  { minor: 25, apiVersion: 'events.k8s.io/v1beta1', kinds: ['Event'] },
  { minor: 25, apiVersion: 'node.k8s.io/v1beta1', kinds: ['RuntimeClass'] },
  { minor: 25, apiVersion: 'policy/v1beta1', kinds: ['PodDisruptionBudget', 'PodSecurityPolicy'] },
  { minor: 26, apiVersion: 'autoscaling/v2beta2', kinds: ['HorizontalPodAutoscaler'] },
  { minor: 26, apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta1', kinds: FLOWS },
  { minor: 27, apiVersion: 'storage.k8s.io/v1beta1', kinds: ['CSIStorageCapacity'] },
  { minor: 29, apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta2', kinds: FLOWS },
  { minor: 29, apiVersion: 'networking.k8s.io/v1alpha1', kinds: ['ClusterCIDR'] },
  { minor: 31, apiVersion: 'resource.k8s.io/v1alpha2', kinds: [...CLAIMS, 'PodSchedulingContext', 'ResourceClaimParameters', 'ResourceClass', 'ResourceClassParameters'] },
  { minor: 32, apiVersion: 'admissionregistration.k8s.io/v1alpha1', kinds: POLICIES },
  { minor: 32, apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3', kinds: FLOWS },
  { minor: 32, apiVersion: 'resource.k8s.io/v1alpha3', kinds: ['PodSchedulingContext'] },
  { minor: 33, apiVersion: 'networking.k8s.io/v1alpha1', kinds: ['IPAddress', 'ServiceCIDR'] },
  { minor: 34, apiVersion: 'admissionregistration.k8s.io/v1beta1', kinds: POLICIES },
  { minor: 34, apiVersion: 'resource.k8s.io/v1alpha3', kinds: [...CLAIMS, 'DeviceClass'] },
  { minor: 35, apiVersion: 'storage.k8s.io/v1alpha1', kinds: ['VolumeAttributesClass'] },
  { minor: 35, apiVersion: 'storagemigration.k8s.io/v1alpha1', kinds: ['StorageVersionMigration'] },
  { minor: 37, apiVersion: 'certificates.k8s.io/v1alpha1', kinds: ['ClusterTrustBundle'] },
  { minor: 37, apiVersion: 'networking.k8s.io/v1beta1', kinds: ['IPAddress', 'ServiceCIDR'] },
  { minor: 37, apiVersion: 'scheduling.k8s.io/v1alpha2', kinds: ['PodGroup', 'Workload'] },
  { minor: 37, apiVersion: 'storage.k8s.io/v1beta1', kinds: ['VolumeAttributesClass'] },
];

/** The first version for which rules are written. */
const FIRST = 28;
const LATER = [...new Set(REMOVALS.map(({ minor }) => minor))].filter(minor => minor > FIRST);

const KINDS = [...new Set(REMOVALS.flatMap(({ apiVersion, kinds }) => kinds.map(kind => apiVersion.replace(/[^/]*$/, kind))))].sort();

function served(minor: number): string {
  const gone = REMOVALS.filter(removal => removal.minor <= minor).flatMap(({ apiVersion, kinds }) => kinds.map(kind => `${apiVersion}/${kind}`));
  return `!(object.apiVersion + '/' + object.kind in ${JSON.stringify(gone)})`;
}

/**
 * Fields: apiVersion and kind of objects that the API server once had in other versions.
 * Allowed: versions that the cluster serves.
 */
export const apiNotRemoved: Rule = {
  id: 'api-not-removed',
  title: 'The cluster serves the API version of the object',
  why: 'The API server refuses the object, and what is applied after it never comes',
  severity: Severity.ERROR,
  on: 'object',
  kinds: KINDS,
  expression: served(FIRST),
  changes: LATER.map(minor => ({ since: minor, expression: served(minor) })),
  message: 'object is of an API version that the cluster no longer serves; write the version that replaced it, and its fields',
  enforced: 'object',
  controls: {
    kubeLinter: ['no-extensions-v1beta'],
    trivy: ['KSV-0107'],
    kubeScore: ['stable-version'],
  },
};
