import { Rule, Severity } from '../rule';

/**
 * Fields: spec.serviceAccount.
 * Allowed: absent, the same as spec.serviceAccountName.
 */
export const serviceAccountFieldCurrent: Rule = {
  id: 'service-account-field-current',
  title: 'The service account is named by the field of today',
  why: 'Tools that look at the new field only take the pod for one of the default account, and judge it wrongly',
  severity: Severity.WARNING,
  on: 'pod',
  expression: "!has(pod.serviceAccount) || pod.serviceAccount == pod.?serviceAccountName.orValue('')",
  message: 'service account is named by the old name of the field; write serviceAccountName instead of serviceAccount',
  enforced: 'template',
  controls: {
    kubeLinter: ['deprecated-service-account-field'],
    kubescape: ['C-0294'],
  },
};
