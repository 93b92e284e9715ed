/** Whether objects of a kind live in a namespace. */
export type Scope = 'Namespaced' | 'Cluster';

/** The kinds of one API group, by name; a group that is extended by its owners says what all other kinds are. */
interface Group {
  readonly cluster?: string;
  readonly namespaced?: string;
  readonly others?: Scope;
}

/**
 * The scope of a kind; undefined where it is not known.
 *
 * Only the group of the apiVersion counts: no kind has changed its scope between versions.
 */
export function scopeOf(apiVersion: string, kind: string): Scope | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') { return undefined; }
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  return KINDS.get(`${group}/${kind}`) ?? OTHERS.get(group);
}

/** The API groups of Kubernetes 1.28 to 1.37, alphas and removed kinds with them. */
const BUILT_IN: Record<string, Group> = {
  '': {
    cluster: 'ComponentStatus Namespace Node PersistentVolume',
    namespaced: 'Binding ConfigMap Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service'
      + ' ServiceAccount',
  },
  'admissionregistration.k8s.io': {
    cluster: 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration ValidatingAdmissionPolicy'
      + ' ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration',
  },
  'apiextensions.k8s.io': { cluster: 'CustomResourceDefinition' },
  'apiregistration.k8s.io': { cluster: 'APIService' },
  'apps': { namespaced: 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet' },
  'authentication.k8s.io': { cluster: 'SelfSubjectReview TokenReview', namespaced: 'TokenRequest' },
  'authorization.k8s.io': {
    cluster: 'SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview', namespaced: 'LocalSubjectAccessReview',
  },
  'autoscaling': { namespaced: 'HorizontalPodAutoscaler Scale' },
  'batch': { namespaced: 'CronJob Job' },
  'certificates.k8s.io': { cluster: 'CertificateSigningRequest ClusterTrustBundle', namespaced: 'PodCertificateRequest' },
  'coordination.k8s.io': { namespaced: 'Lease LeaseCandidate' },
  'discovery.k8s.io': { namespaced: 'EndpointSlice' },
  'events.k8s.io': { namespaced: 'Event' },
  'extensions': { cluster: 'PodSecurityPolicy', namespaced: 'DaemonSet Deployment Ingress NetworkPolicy ReplicaSet' },
  'flowcontrol.apiserver.k8s.io': { cluster: 'FlowSchema PriorityLevelConfiguration' },
  'imagepolicy.k8s.io': { cluster: 'ImageReview' },
  'internal.apiserver.k8s.io': { cluster: 'StorageVersion' },
  'networking.k8s.io': { cluster: 'ClusterCIDR IPAddress IngressClass ServiceCIDR', namespaced: 'Ingress NetworkPolicy' },
  'node.k8s.io': { cluster: 'RuntimeClass' },
  'policy': { cluster: 'PodSecurityPolicy', namespaced: 'Eviction PodDisruptionBudget' },
  'rbac.authorization.k8s.io': { cluster: 'ClusterRole ClusterRoleBinding', namespaced: 'Role RoleBinding' },
  'resource.k8s.io': {
    cluster: 'DeviceClass DeviceTaintRule ResourceClass ResourcePoolStatusRequest ResourceSlice',
    namespaced: 'PodSchedulingContext ResourceClaim ResourceClaimParameters ResourceClaimTemplate ResourceClassParameters',
  },
  'scheduling.k8s.io': { cluster: 'PriorityClass', namespaced: 'PodGroup Workload' },
  'storage.k8s.io': { cluster: 'CSIDriver CSINode StorageClass VolumeAttachment VolumeAttributesClass', namespaced: 'CSIStorageCapacity' },
  'storagemigration.k8s.io': { cluster: 'StorageVersionMigration' },
};

const CALICO: Group = {
  namespaced: 'NetworkPolicy NetworkSet StagedKubernetesNetworkPolicy StagedNetworkPolicy', others: 'Cluster',
};

/** Custom resources that an application's manifests are likely to hold. */
const CUSTOM: Record<string, Group> = {
  'acme.cert-manager.io': { others: 'Namespaced' },
  'argoproj.io': { cluster: 'ClusterAnalysisTemplate ClusterWorkflowTemplate', others: 'Namespaced' },
  'autoscaling.k8s.io': { others: 'Namespaced' },
  'bitnami.com': { namespaced: 'SealedSecret' },
  'bootstrap.cluster.x-k8s.io': { others: 'Namespaced' },
  'cert-manager.io': { cluster: 'ClusterIssuer', others: 'Namespaced' },
  'cilium.io': {
    cluster: 'CiliumBGPAdvertisement CiliumBGPClusterConfig CiliumBGPNodeConfig CiliumBGPNodeConfigOverride CiliumBGPPeerConfig'
      + ' CiliumBGPPeeringPolicy CiliumCIDRGroup CiliumClusterwideEnvoyConfig CiliumClusterwideNetworkPolicy CiliumEgressGatewayPolicy'
      + ' CiliumEndpointSlice CiliumExternalWorkload CiliumIdentity CiliumL2AnnouncementPolicy CiliumLoadBalancerIPPool CiliumNode CiliumPodIPPool'
      + ' TracingPolicy',
    others: 'Namespaced',
  },
  'cluster.x-k8s.io': { others: 'Namespaced' },
  'constraints.gatekeeper.sh': { others: 'Cluster' },
  'controlplane.cluster.x-k8s.io': { others: 'Namespaced' },
  'crd.projectcalico.org': CALICO,
  'eventing.keda.sh': { cluster: 'ClusterCloudEventSource', others: 'Namespaced' },
  'extensions.istio.io': { others: 'Namespaced' },
  'external-secrets.io': { cluster: 'ClusterExternalSecret ClusterPushSecret ClusterSecretStore', others: 'Namespaced' },
  'gateway.networking.k8s.io': { cluster: 'GatewayClass', others: 'Namespaced' },
  'gateway.networking.x-k8s.io': { cluster: 'XMesh', others: 'Namespaced' },
  'generators.external-secrets.io': { cluster: 'ClusterGenerator', others: 'Namespaced' },
  'groupsnapshot.storage.k8s.io': { cluster: 'VolumeGroupSnapshotClass VolumeGroupSnapshotContent', namespaced: 'VolumeGroupSnapshot' },
  'helm.toolkit.fluxcd.io': { others: 'Namespaced' },
  'image.toolkit.fluxcd.io': { others: 'Namespaced' },
  'keda.sh': { cluster: 'ClusterTriggerAuthentication', others: 'Namespaced' },
  'kustomize.toolkit.fluxcd.io': { others: 'Namespaced' },
  'kyverno.io': { cluster: 'ClusterCleanupPolicy ClusterPolicy GlobalContextEntry', others: 'Namespaced' },
  'monitoring.coreos.com': { others: 'Namespaced' },
  'networking.istio.io': { others: 'Namespaced' },
  'notification.toolkit.fluxcd.io': { others: 'Namespaced' },
  'policy.networking.k8s.io': { others: 'Cluster' },
  'policy.sigstore.dev': { others: 'Cluster' },
  'projectcalico.org': CALICO,
  'route.openshift.io': { namespaced: 'Route' },
  'secrets-store.csi.x-k8s.io': { others: 'Namespaced' },
  'security.istio.io': { others: 'Namespaced' },
  'security.openshift.io': { cluster: 'SecurityContextConstraints' },
  'snapshot.storage.k8s.io': { cluster: 'VolumeSnapshotClass VolumeSnapshotContent', namespaced: 'VolumeSnapshot' },
  'source.toolkit.fluxcd.io': { others: 'Namespaced' },
  'telemetry.istio.io': { others: 'Namespaced' },
  'templates.gatekeeper.sh': { cluster: 'ConstraintTemplate' },
  'upgrade.cattle.io': { namespaced: 'Plan' },
};

const GROUPS = Object.entries({ ...BUILT_IN, ...CUSTOM });
const OTHERS = new Map(GROUPS.map(([group, { others }]) => [group, others]));
const KINDS = new Map<string, Scope>(GROUPS.flatMap(([group, { cluster, namespaced }]) => [
  ...keys(group, cluster).map(key => [key, 'Cluster'] as const),
  ...keys(group, namespaced).map(key => [key, 'Namespaced'] as const),
]));

function keys(group: string, kinds: string | undefined): string[] {
  return kinds === undefined ? [] : kinds.split(' ').map(kind => `${group}/${kind}`);
}

/** What the API server calls the resource of a kind: the plural of English, which all kinds of Kubernetes have but one that is one already. */
export function resourceOf(kind: string): string {
  const name = kind.toLowerCase();
  if (name === 'endpoints') { return name; }
  if (/(s|x|ch|sh)$/.test(name)) { return `${name}es`; }
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
