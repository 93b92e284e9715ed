import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: no create and get on pods/exec and pods/attach.
 */
export const rolePodsExecUnset: Rule = {
  id: 'role-pods-exec-unset',
  title: 'The role runs no programs in pods of others',
  why: 'Whoever can run a program in a pod has its secrets, its token and its network',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['create', 'get'], groups: [''], resources: ['pods/attach', 'pods/exec'] }),
  message: 'role runs programs in pods; remove pods/exec and pods/attach, and give them to people for as long as they need them',
  enforced: 'object',
  controls: {
    mitre: ['T1609'],
    checkov: ['CKV2_K8S_2'],
    kubescape: ['C-0002'],
    trivy: ['KSV-0053', 'KSV-0054'],
    polaris: ['clusterrolePodExecAttach', 'clusterrolebindingPodExecAttach', 'rolePodExecAttach', 'rolebindingClusterRolePodExecAttach', 'rolebindingRolePodExecAttach'],
  },
};
