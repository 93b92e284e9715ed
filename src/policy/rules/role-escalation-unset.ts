import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

const RBAC = 'rbac.authorization.k8s.io';
const ROLES = ['clusterroles', 'roles'];
const IDENTITY_GROUPS = ['', 'authentication.k8s.io'];
const IDENTITIES = ['users', 'groups', 'serviceaccounts', 'uids'];
const UNNAMED = "object.?rules.orValue([]).all(rule, rule.?verbs.orValue([]).all(verb, !(verb in ['bind', 'escalate']) && !verb.startsWith('impersonate')))";

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: verbs other than bind, escalate and those that begin with impersonate; no wildcard verb on roles, users, groups and service accounts.
 */
export const roleEscalationUnset: Rule = {
  id: 'role-escalation-unset',
  title: 'The role lets nobody gain rights that they do not have',
  why: 'With escalate or bind one gives oneself any right of the cluster, and with impersonate one is anybody',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: `${UNNAMED} && ${grantsNone({ verbs: ['*'], groups: [RBAC], resources: ROLES })} && ${grantsNone({ verbs: ['*'], groups: IDENTITY_GROUPS, resources: IDENTITIES })}`,
  message: 'role lets its holder gain any right; remove the verbs bind, escalate and impersonate, and wildcards on roles and identities',
  enforced: 'object',
  controls: {
    cis: ['5.1.8'],
    mitre: ['T1098', 'T1078'],
    checkov: ['CKV_K8S_157', 'CKV_K8S_158', 'CKV2_K8S_1', 'CKV2_K8S_3'],
    kubescape: ['C-0065', 'C-0191'],
    trivy: ['KSV-0043', 'KSV-0050', 'KSV-0051', 'KSV-0052', 'KSV-0055'],
  },
};
