import { Rule, Severity } from '../rule';

/**
 * Fields: subjects[*].name of a RoleBinding and a ClusterRoleBinding.
 * Allowed: any but system:authenticated.
 */
export const authenticatedUsersUnbound: Rule = {
  id: 'authenticated-users-unbound',
  title: 'Nothing is given to everybody who has a name',
  why: 'Every service account of every namespace is in that group, and where anybody can log in with an account of the provider, they are too',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding', 'rbac.authorization.k8s.io/RoleBinding'],
  expression: "object.?subjects.orValue([]).all(subject, subject.name != 'system:authenticated')",
  message: 'binding gives rights to everybody who is logged in; name groups or service accounts',
  enforced: 'object',
  controls: {
    mitre: ['T1078'],
    kubescape: ['C-0265'],
    trivy: ['KSV-01011'],
  },
};
