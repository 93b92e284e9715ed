import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: nothing but reading of configmaps, unless resourceNames are given.
 */
export const roleConfigMapsUnwritten: Rule = {
  id: 'role-config-maps-unwritten',
  title: 'The role writes no config maps but those that it names',
  why: 'In kube-system they say how names are resolved, and on some clouds who may log in',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['create', 'delete', 'deletecollection', 'patch', 'update'], groups: [''], resources: ['configmaps'], unlessNamed: true }),
  message: 'role writes all config maps; list those that are needed in resourceNames',
  enforced: 'object',
  controls: {
    mitre: ['T1557'],
    kubescape: ['C-0037'],
    trivy: ['KSV-0049', 'KSV-0115'],
  },
};
