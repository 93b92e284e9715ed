import type { Rule } from './rule';
import { apiNotRemoved } from './rules/api-not-removed';
import { apparmorAnnotationConfined } from './rules/apparmor-annotation-confined';
import { apparmorConfined } from './rules/apparmor-confined';
import { authenticatedUsersUnbound } from './rules/authenticated-users-unbound';
import { authorizationPolicyClosed } from './rules/authorization-policy-closed';
import { capabilitiesAddedBindOnly } from './rules/capabilities-added-bind-only';
import { capabilitiesAddedDefaultOnly } from './rules/capabilities-added-default-only';
import { capabilitiesDropped } from './rules/capabilities-dropped';
import { clusterAdminUnbound } from './rules/cluster-admin-unbound';
import { configMapPrivateKeyAbsent } from './rules/config-map-private-key-absent';
import { cpuLimitSet } from './rules/cpu-limit-set';
import { credentialsNotInEnv } from './rules/credentials-not-in-env';
import { cronJobDeadline } from './rules/cron-job-deadline';
import { defaultServiceAccountUnbound } from './rules/default-service-account-unbound';
import { defaultServiceAccountUnused } from './rules/default-service-account-unused';
import { destinationTlsOn } from './rules/destination-tls-on';
import { emptyDirLimitSet } from './rules/empty-dir-limit-set';
import { envNamesUnique } from './rules/env-names-unique';
import { ephemeralStorageLimitSet } from './rules/ephemeral-storage-limit-set';
import { handlerHostUnset } from './rules/handler-host-unset';
import { hostAliasesUnset } from './rules/host-aliases-unset';
import { hostIpcOff } from './rules/host-ipc-off';
import { hostNetworkOff } from './rules/host-network-off';
import { hostPathReadOnly } from './rules/host-path-read-only';
import { hostPathSensitiveUnused } from './rules/host-path-sensitive-unused';
import { hostPathUnused } from './rules/host-path-unused';
import { hostPidOff } from './rules/host-pid-off';
import { hostPortUnused } from './rules/host-port-unused';
import { hostProcessOff } from './rules/host-process-off';
import { hostUsersOff } from './rules/host-users-off';
import { hpaBounds } from './rules/hpa-bounds';
import { imageDigestSet } from './rules/image-digest-set';
import { imagePullPolicyAlways } from './rules/image-pull-policy-always';
import { imageTagFixed } from './rules/image-tag-fixed';
import { ingressAnnotationsUninjected } from './rules/ingress-annotations-uninjected';
import { ingressHostSet } from './rules/ingress-host-set';
import { ingressSnippetsUnset } from './rules/ingress-snippets-unset';
import { ingressTlsSet } from './rules/ingress-tls-set';
import { jobRestartPolicy } from './rules/job-restart-policy';
import { jobTtlSet } from './rules/job-ttl-set';
import { labelValuesValid } from './rules/label-values-valid';
import { legacyRegistryUnused } from './rules/legacy-registry-unused';
import { limitRangeComplete } from './rules/limit-range-complete';
import { limitsNotBelowRequests } from './rules/limits-not-below-requests';
import { livenessProbeSet } from './rules/liveness-probe-set';
import { memoryLimitSet } from './rules/memory-limit-set';
import { namespaceNotDefault } from './rules/namespace-not-default';
import { namespacePodSecuritySet } from './rules/namespace-pod-security-set';
import { networkPolicyNotOpen } from './rules/network-policy-not-open';
import { nodePortUnused } from './rules/node-port-unused';
import { pdbAllowsEviction } from './rules/pdb-allows-eviction';
import { pdbEvictsUnhealthy } from './rules/pdb-evicts-unhealthy';
import { pdbPolicySet } from './rules/pdb-policy-set';
import { peerMtlsOn } from './rules/peer-mtls-on';
import { podApparmorConfined } from './rules/pod-apparmor-confined';
import { podHostProcessOff } from './rules/pod-host-process-off';
import { podOwned } from './rules/pod-owned';
import { podRunAsNonRoot } from './rules/pod-run-as-non-root';
import { podRunAsUserNotZero } from './rules/pod-run-as-user-not-zero';
import { podSeccompConfined } from './rules/pod-seccomp-confined';
import { podSecurityRestricted } from './rules/pod-security-restricted';
import { podSelinuxConfined } from './rules/pod-selinux-confined';
import { portNamesValid } from './rules/port-names-valid';
import { priorityClassNotSystem } from './rules/priority-class-not-system';
import { privilegeEscalationOff } from './rules/privilege-escalation-off';
import { privilegedOff } from './rules/privileged-off';
import { privilegedPortUnused } from './rules/privileged-port-unused';
import { probePortsDeclared } from './rules/probe-ports-declared';
import { probesDiffer } from './rules/probes-differ';
import { probesSet } from './rules/probes-set';
import { procMountAlwaysDefault } from './rules/proc-mount-always-default';
import { procMountDefault } from './rules/proc-mount-default';
import { quotaComplete } from './rules/quota-complete';
import { readOnlyRootFilesystem } from './rules/read-only-root-filesystem';
import { requestsSet } from './rules/requests-set';
import { retiredComponentsUnused } from './rules/retired-components-unused';
import { roleCertificatesApproveUnset } from './rules/role-certificates-approve-unset';
import { roleConfigMapsUnwritten } from './rules/role-config-maps-unwritten';
import { roleEscalationUnset } from './rules/role-escalation-unset';
import { roleNodesProxyUnset } from './rules/role-nodes-proxy-unset';
import { rolePersistentVolumesCreateUnset } from './rules/role-persistent-volumes-create-unset';
import { rolePodsCreateUnset } from './rules/role-pods-create-unset';
import { rolePodsExecUnset } from './rules/role-pods-exec-unset';
import { rolePortForwardUnset } from './rules/role-port-forward-unset';
import { roleSecretsUnread } from './rules/role-secrets-unread';
import { roleServiceStatusUnset } from './rules/role-service-status-unset';
import { roleTokenCreateUnset } from './rules/role-token-create-unset';
import { roleTracesUndeleted } from './rules/role-traces-undeleted';
import { roleWebhooksUnset } from './rules/role-webhooks-unset';
import { roleWildcardsUnset } from './rules/role-wildcards-unset';
import { rootGroupUnused } from './rules/root-group-unused';
import { runAsNonRoot } from './rules/run-as-non-root';
import { runAsUserNotZero } from './rules/run-as-user-not-zero';
import { runtimeSocketUnmounted } from './rules/runtime-socket-unmounted';
import { sccPrivilegedOff } from './rules/scc-privileged-off';
import { seccompConfined } from './rules/seccomp-confined';
import { seccompProfileSet } from './rules/seccomp-profile-set';
import { secretTokenUnset } from './rules/secret-token-unset';
import { secretValuesAbsentFromConfigMap } from './rules/secret-values-absent-from-config-map';
import { secretsFromStore } from './rules/secrets-from-store';
import { secretsNotInEnv } from './rules/secrets-not-in-env';
import { selectorMatchesTemplate } from './rules/selector-matches-template';
import { selinuxConfined } from './rules/selinux-confined';
import { serviceAccountAutomountOff } from './rules/service-account-automount-off';
import { serviceAccountFieldCurrent } from './rules/service-account-field-current';
import { serviceAccountTokenUnmounted } from './rules/service-account-token-unmounted';
import { serviceExternalIpsUnset } from './rules/service-external-ips-unset';
import { serviceLoadBalancerSourcesSet } from './rules/service-load-balancer-sources-set';
import { sshPortUnused } from './rules/ssh-port-unused';
import { sysctlsSafe } from './rules/sysctls-safe';
import { systemMastersUnbound } from './rules/system-masters-unbound';
import { userIdsHigh } from './rules/user-ids-high';
import { volumeClaimSingleWriter } from './rules/volume-claim-single-writer';
import { volumeTypesRestricted } from './rules/volume-types-restricted';
import { webhookFailurePolicy } from './rules/webhook-failure-policy';

/** All rules about one object, in the order of their ids. */
export const CATALOG: readonly Rule[] = [
  apiNotRemoved,
  apparmorAnnotationConfined,
  apparmorConfined,
  authenticatedUsersUnbound,
  authorizationPolicyClosed,
  capabilitiesAddedBindOnly,
  capabilitiesAddedDefaultOnly,
  capabilitiesDropped,
  clusterAdminUnbound,
  configMapPrivateKeyAbsent,
  cpuLimitSet,
  credentialsNotInEnv,
  cronJobDeadline,
  defaultServiceAccountUnbound,
  defaultServiceAccountUnused,
  destinationTlsOn,
  emptyDirLimitSet,
  envNamesUnique,
  ephemeralStorageLimitSet,
  handlerHostUnset,
  hostAliasesUnset,
  hostIpcOff,
  hostNetworkOff,
  hostPathReadOnly,
  hostPathSensitiveUnused,
  hostPathUnused,
  hostPidOff,
  hostPortUnused,
  hostProcessOff,
  hostUsersOff,
  hpaBounds,
  imageDigestSet,
  imagePullPolicyAlways,
  imageTagFixed,
  ingressAnnotationsUninjected,
  ingressHostSet,
  ingressSnippetsUnset,
  ingressTlsSet,
  jobRestartPolicy,
  jobTtlSet,
  labelValuesValid,
  legacyRegistryUnused,
  limitRangeComplete,
  limitsNotBelowRequests,
  livenessProbeSet,
  memoryLimitSet,
  namespaceNotDefault,
  namespacePodSecuritySet,
  networkPolicyNotOpen,
  nodePortUnused,
  pdbAllowsEviction,
  pdbEvictsUnhealthy,
  pdbPolicySet,
  peerMtlsOn,
  podApparmorConfined,
  podHostProcessOff,
  podOwned,
  podRunAsNonRoot,
  podRunAsUserNotZero,
  podSeccompConfined,
  podSecurityRestricted,
  podSelinuxConfined,
  portNamesValid,
  priorityClassNotSystem,
  privilegeEscalationOff,
  privilegedOff,
  privilegedPortUnused,
  probePortsDeclared,
  probesDiffer,
  probesSet,
  procMountAlwaysDefault,
  procMountDefault,
  quotaComplete,
  readOnlyRootFilesystem,
  requestsSet,
  retiredComponentsUnused,
  roleCertificatesApproveUnset,
  roleConfigMapsUnwritten,
  roleEscalationUnset,
  roleNodesProxyUnset,
  rolePersistentVolumesCreateUnset,
  rolePodsCreateUnset,
  rolePodsExecUnset,
  rolePortForwardUnset,
  roleSecretsUnread,
  roleServiceStatusUnset,
  roleTokenCreateUnset,
  roleTracesUndeleted,
  roleWebhooksUnset,
  roleWildcardsUnset,
  rootGroupUnused,
  runAsNonRoot,
  runAsUserNotZero,
  runtimeSocketUnmounted,
  sccPrivilegedOff,
  seccompConfined,
  seccompProfileSet,
  secretTokenUnset,
  secretValuesAbsentFromConfigMap,
  secretsFromStore,
  secretsNotInEnv,
  selectorMatchesTemplate,
  selinuxConfined,
  serviceAccountAutomountOff,
  serviceAccountFieldCurrent,
  serviceAccountTokenUnmounted,
  serviceExternalIpsUnset,
  serviceLoadBalancerSourcesSet,
  sshPortUnused,
  sysctlsSafe,
  systemMastersUnbound,
  userIdsHigh,
  volumeClaimSingleWriter,
  volumeTypesRestricted,
  webhookFailurePolicy,
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(CATALOG.map(rule => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}
