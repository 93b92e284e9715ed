import { bindingRoleExists } from './rules/binding-role-exists';
import { claimExists } from './rules/claim-exists';
import { configMapExists } from './rules/config-map-exists';
import { defaultDenyPresent } from './rules/default-deny-present';
import { dialledServiceOpen } from './rules/dialled-service-open';
import { gatewayBackendExists } from './rules/gateway-backend-exists';
import { hostPortsApart } from './rules/host-ports-apart';
import { hpaOnePerTarget } from './rules/hpa-one-per-target';
import { hpaOwnsReplicas } from './rules/hpa-owns-replicas';
import { hpaTargetExists } from './rules/hpa-target-exists';
import { ingressBackendExists } from './rules/ingress-backend-exists';
import { ingressRoutesApart } from './rules/ingress-routes-apart';
import { limitRangePresent } from './rules/limit-range-present';
import { meshedExternalNameUnused } from './rules/meshed-external-name-unused';
import { meshedInitConnected } from './rules/meshed-init-connected';
import { meshedJobEnds } from './rules/meshed-job-ends';
import { meshedServicePortsTold } from './rules/meshed-service-ports-told';
import { meshedUserApart } from './rules/meshed-user-apart';
import { networkPolicyPeersExist } from './rules/network-policy-peers-exist';
import { networkPolicySelectsPods } from './rules/network-policy-selects-pods';
import { pdbBelowReplicas } from './rules/pdb-below-replicas';
import { pdbNotOverJobs } from './rules/pdb-not-over-jobs';
import { pdbOnePerPod } from './rules/pdb-one-per-pod';
import { pdbPresent } from './rules/pdb-present';
import { pdbSelectsPods } from './rules/pdb-selects-pods';
import { podUnderNetworkPolicy } from './rules/pod-under-network-policy';
import { priorityClassExists } from './rules/priority-class-exists';
import { quotaPresent } from './rules/quota-present';
import { replicasStated } from './rules/replicas-stated';
import { rollingUpdateClaimShared } from './rules/rolling-update-claim-shared';
import { secretExists } from './rules/secret-exists';
import { serviceAccountExists } from './rules/service-account-exists';
import { serviceAccountNotShared } from './rules/service-account-not-shared';
import { serviceMonitorSelectsServices } from './rules/service-monitor-selects-services';
import { serviceSelectsPods } from './rules/service-selects-pods';
import { serviceTargetPortExists } from './rules/service-target-port-exists';
import { statefulSetServiceExists } from './rules/stateful-set-service-exists';
import { storageClassExists } from './rules/storage-class-exists';
import { strictPodsMeshed } from './rules/strict-pods-meshed';
import { strictProbesRewritten } from './rules/strict-probes-rewritten';
import { webhookServiceExists } from './rules/webhook-service-exists';
import { workloadEscalationUnset } from './rules/workload-escalation-unset';
import { workloadRightsNarrow } from './rules/workload-rights-narrow';
import { workloadSelectorsApart } from './rules/workload-selectors-apart';
import type { SetRule } from './set-rule';

/** All rules about several objects, in the order of their ids. */
export const SET_CATALOG: readonly SetRule[] = [
  bindingRoleExists,
  claimExists,
  configMapExists,
  defaultDenyPresent,
  dialledServiceOpen,
  gatewayBackendExists,
  hostPortsApart,
  hpaOnePerTarget,
  hpaOwnsReplicas,
  hpaTargetExists,
  ingressBackendExists,
  ingressRoutesApart,
  limitRangePresent,
  meshedExternalNameUnused,
  meshedInitConnected,
  meshedJobEnds,
  meshedServicePortsTold,
  meshedUserApart,
  networkPolicyPeersExist,
  networkPolicySelectsPods,
  pdbBelowReplicas,
  pdbNotOverJobs,
  pdbOnePerPod,
  pdbPresent,
  pdbSelectsPods,
  podUnderNetworkPolicy,
  priorityClassExists,
  quotaPresent,
  replicasStated,
  rollingUpdateClaimShared,
  secretExists,
  serviceAccountExists,
  serviceAccountNotShared,
  serviceMonitorSelectsServices,
  serviceSelectsPods,
  serviceTargetPortExists,
  statefulSetServiceExists,
  storageClassExists,
  strictPodsMeshed,
  strictProbesRewritten,
  webhookServiceExists,
  workloadEscalationUnset,
  workloadRightsNarrow,
  workloadSelectorsApart,
];
