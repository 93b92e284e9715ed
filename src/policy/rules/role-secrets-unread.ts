import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: get, list and watch on secrets only with resourceNames.
 */
export const roleSecretsUnread: Rule = {
  id: 'role-secrets-unread',
  title: 'The role reads no secrets but those that it names',
  why: 'Who reads all secrets has the passwords, certificates and tokens of everybody in the namespace, or in the cluster',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['get', 'list', 'watch'], groups: [''], resources: ['secrets'], unlessNamed: true }),
  message: 'role reads all secrets; list those that are needed in resourceNames',
  enforced: 'object',
  controls: {
    cis: ['5.1.2'],
    mitre: ['T1552.007'],
    checkov: ['CKV2_K8S_5'],
    kubeLinter: ['access-to-secrets'],
    kubescape: ['C-0015', 'C-0186'],
    trivy: ['KSV-0041', 'KSV-0113'],
  },
};
