import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: create on serviceaccounts/token only with resourceNames.
 */
export const roleTokenCreateUnset: Rule = {
  id: 'role-token-create-unset',
  title: 'The role makes no tokens but those of service accounts that it names',
  why: 'Whoever makes a token for a service account has all of its rights, for as long as they like, wherever they are',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['create'], groups: [''], resources: ['serviceaccounts/token'], unlessNamed: true }),
  message: 'role makes tokens for all service accounts; list those that are needed in resourceNames',
  enforced: 'object',
  controls: {
    cis: ['5.1.13'],
    mitre: ['T1528'],
    kubescape: ['C-0282'],
  },
};
