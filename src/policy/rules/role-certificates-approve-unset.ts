import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

const APPROVE = { verbs: ['approve'], groups: ['certificates.k8s.io'], resources: ['signers'] };
const LISTS = (list: string, value: string) => `rule.?${list}.orValue([]).exists(each, each in ['${value}', '*'])`;
const GIVES = `${LISTS('verbs', 'approve')} && ${LISTS('resources', 'signers')}`;

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: approve on signers only for named signers that are not of kubernetes.io.
 */
export const roleCertificatesApproveUnset: Rule = {
  id: 'role-certificates-approve-unset',
  title: 'The role approves no certificates with which one is a user or a node',
  why: 'A certificate of these signers is a login: whoever approves one is any user that they write into it, and it cannot be revoked',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: `${grantsNone({ ...APPROVE, unlessNamed: true })} && object.?rules.orValue([]).all(rule, !(${GIVES}) || rule.?resourceNames.orValue([]).all(name, !name.startsWith('kubernetes.io/')))`,
  message: 'role approves logins by certificate; list in resourceNames the signers that are needed, none of which begins with kubernetes.io/',
  enforced: 'object',
  controls: {
    cis: ['5.1.11'],
    mitre: ['T1098'],
    checkov: ['CKV_K8S_156'],
    kubescape: ['C-0280'],
  },
};
