import { Rule, Severity } from '../rule';

const BY_NAME = '^system:serviceaccount(:[^:]+:default|s(:[^:]+)?)$';

/**
 * Fields: subjects[*] of a RoleBinding and a ClusterRoleBinding.
 * Allowed: any but the ServiceAccount default, by its name or by that of its user, and groups of all service accounts.
 */
export const defaultServiceAccountUnbound: Rule = {
  id: 'default-service-account-unbound',
  title: 'Nothing is given to the default service account',
  why: 'Every pod that names no service account runs as it, so the right is given to whatever comes into the namespace',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding', 'rbac.authorization.k8s.io/RoleBinding'],
  expression: `object.?subjects.orValue([]).all(subject, !(subject.kind == 'ServiceAccount' && subject.name == 'default') && !subject.name.matches('${BY_NAME}'))`,
  message: 'binding gives rights to the default service account; make a service account for the pods that need them',
  enforced: 'object',
  controls: {
    cis: ['5.1.5'],
    mitre: ['T1078'],
    checkov: ['CKV_K8S_42'],
    kubescape: ['C-0225', 'C-0239'],
  },
};
