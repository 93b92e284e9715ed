import { Rule, Severity } from '../rule';

/**
 * Fields: metadata.labels["pod-security.kubernetes.io/enforce"] of a Namespace.
 * Allowed: baseline, restricted.
 */
export const namespacePodSecuritySet: Rule = {
  id: 'namespace-pod-security-set',
  title: 'The namespace enforces a level of the Pod Security Standards',
  why: 'Where nothing is enforced, whoever may write a pod may write a privileged one, and is root of the node',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['Namespace'],
  expression: "object.?metadata.?labels[?'pod-security.kubernetes.io/enforce'].orValue('') in ['baseline', 'restricted']",
  message: 'namespace enforces no Pod Security level; set the label pod-security.kubernetes.io/enforce: restricted',
  enforced: 'object',
  controls: {
    cis: ['5.2.1', '5.2.2', '5.2.3', '5.2.4', '5.2.5', '5.2.8', '5.2.11', '5.2.12', '5.2.13'],
    mitre: ['T1611'],
    kubescape: ['C-0192', 'C-0193', 'C-0194', 'C-0195', 'C-0196', 'C-0199', 'C-0202', 'C-0203', 'C-0204'],
  },
};
