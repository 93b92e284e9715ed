import { Rule, Severity } from '../rule';

/**
 * Fields: automountServiceAccountToken of a ServiceAccount.
 * Allowed: false.
 */
export const serviceAccountAutomountOff: Rule = {
  id: 'service-account-automount-off',
  title: 'The service account gives no token to pods that do not ask for one',
  why: 'Every pod that names the account and says nothing else has a token in a file, those that were forgotten too',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['ServiceAccount'],
  expression: 'object.?automountServiceAccountToken.orValue(true) == false',
  message: 'service account gives its token to every pod; set automountServiceAccountToken: false, and mount it in the pods that need it',
  enforced: 'object',
  controls: {
    cis: ['5.1.5', '5.1.6'],
    mitre: ['T1528'],
    checkov: ['CKV_K8S_41'],
    kubescape: ['C-0034', 'C-0189', 'C-0190'],
    polaris: ['automountServiceAccountToken'],
  },
};
