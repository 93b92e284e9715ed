import { Rule, Severity } from '../rule';

/**
 * Fields: roleRef of a RoleBinding and a ClusterRoleBinding.
 * Allowed: any but the ClusterRole cluster-admin.
 */
export const clusterAdminUnbound: Rule = {
  id: 'cluster-admin-unbound',
  title: 'Nobody is bound to cluster-admin',
  why: 'It gives everything, secrets and nodes included, and in one namespace it also gives what admin leaves out: quotas, policies and the rights of others',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding', 'rbac.authorization.k8s.io/RoleBinding'],
  expression: "!(object.roleRef.kind == 'ClusterRole' && object.roleRef.name == 'cluster-admin')",
  message: 'binding gives everything; bind a role that names what is needed, or one of view, edit and admin in a namespace',
  enforced: 'object',
  controls: {
    cis: ['5.1.1'],
    mitre: ['T1078'],
    kubeLinter: ['cluster-admin-role-binding'],
    kubescape: ['C-0035', 'C-0185'],
    trivy: ['KSV-0111'],
    polaris: ['clusterrolebindingClusterAdmin', 'rolebindingClusterAdminClusterRole'],
  },
};
