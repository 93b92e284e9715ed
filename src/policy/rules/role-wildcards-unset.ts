import { Rule, Severity } from '../rule';

const LISTS = ['verbs', 'apiGroups', 'resources', 'nonResourceURLs'];

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: verbs, apiGroups, resources and nonResourceURLs without a wildcard that stands alone.
 */
export const roleWildcardsUnset: Rule = {
  id: 'role-wildcards-unset',
  title: 'The role names what it gives',
  why: 'A wildcard also gives what will be added to the cluster later, and verbs that nobody thinks of, such as escalate and impersonate',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: `object.?rules.orValue([]).all(rule, ${LISTS.map(list => `!('*' in rule.?${list}.orValue([]))`).join(' && ')})`,
  message: 'role gives everything by a wildcard; name the verbs, the API groups and the resources that are used',
  enforced: 'object',
  controls: {
    cis: ['5.1.3'],
    mitre: ['T1078'],
    checkov: ['CKV_K8S_49'],
    kubeLinter: ['wildcard-in-rules'],
    kubescape: ['C-0035', 'C-0187'],
    trivy: ['KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0112'],
    polaris: ['rolebindingClusterAdminRole'],
  },
};
