import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

const ADMISSION = [
  'mutatingwebhookconfigurations', 'validatingwebhookconfigurations', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings',
  'validatingadmissionpolicies', 'validatingadmissionpolicybindings',
];

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: nothing but reading of webhook configurations and admission policies.
 */
export const roleWebhooksUnset: Rule = {
  id: 'role-webhooks-unset',
  title: 'The role does not change what admission demands',
  why: 'A webhook sees every secret that is written and can change every object, and without policies nothing is demanded any more',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['create', 'delete', 'deletecollection', 'patch', 'update'], groups: ['admissionregistration.k8s.io'], resources: ADMISSION }),
  message: 'role changes admission; remove all but get, list and watch on webhook configurations and admission policies',
  enforced: 'object',
  controls: {
    cis: ['5.1.12'],
    mitre: ['T1562'],
    checkov: ['CKV_K8S_155'],
    kubescape: ['C-0281'],
    trivy: ['KSV-0114'],
  },
};
