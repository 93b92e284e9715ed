import type { RuleGroup } from '../rule-group';
import { authenticatedUsersUnbound } from '../rules/authenticated-users-unbound';
import { clusterAdminUnbound } from '../rules/cluster-admin-unbound';
import { defaultServiceAccountUnbound } from '../rules/default-service-account-unbound';
import { defaultServiceAccountUnused } from '../rules/default-service-account-unused';
import { roleCertificatesApproveUnset } from '../rules/role-certificates-approve-unset';
import { roleConfigMapsUnwritten } from '../rules/role-config-maps-unwritten';
import { roleEscalationUnset } from '../rules/role-escalation-unset';
import { roleNetworkUnwritten } from '../rules/role-network-unwritten';
import { roleNodesProxyUnset } from '../rules/role-nodes-proxy-unset';
import { rolePersistentVolumesCreateUnset } from '../rules/role-persistent-volumes-create-unset';
import { rolePodsCreateUnset } from '../rules/role-pods-create-unset';
import { rolePodsExecUnset } from '../rules/role-pods-exec-unset';
import { rolePortForwardUnset } from '../rules/role-port-forward-unset';
import { roleSecretsUnread } from '../rules/role-secrets-unread';
import { roleServiceStatusUnset } from '../rules/role-service-status-unset';
import { roleTokenCreateUnset } from '../rules/role-token-create-unset';
import { roleTracesUndeleted } from '../rules/role-traces-undeleted';
import { roleWebhooksUnset } from '../rules/role-webhooks-unset';
import { roleWildcardsUnset } from '../rules/role-wildcards-unset';
import { roleWorkloadsUndeleted } from '../rules/role-workloads-undeleted';
import { serviceAccountAutomountOff } from '../rules/service-account-automount-off';
import { serviceAccountFieldCurrent } from '../rules/service-account-field-current';
import { serviceAccountTokenUnmounted } from '../rules/service-account-token-unmounted';
import { systemMastersUnbound } from '../rules/system-masters-unbound';
import { webhookFailurePolicy } from '../rules/webhook-failure-policy';

export const ACCESS: RuleGroup = {
  title: 'Who may do what in the cluster',
  rules: [
    authenticatedUsersUnbound,
    clusterAdminUnbound,
    defaultServiceAccountUnbound,
    defaultServiceAccountUnused,
    roleCertificatesApproveUnset,
    roleConfigMapsUnwritten,
    roleEscalationUnset,
    roleNetworkUnwritten,
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
    roleWorkloadsUndeleted,
    serviceAccountAutomountOff,
    serviceAccountFieldCurrent,
    serviceAccountTokenUnmounted,
    systemMastersUnbound,
    webhookFailurePolicy,
  ],
};
