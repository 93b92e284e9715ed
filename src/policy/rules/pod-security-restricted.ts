import { Rule, Severity } from '../rule';

/**
 * Fields: metadata.labels["pod-security.kubernetes.io/enforce"] of a Namespace.
 * Allowed: restricted.
 */
export const podSecurityRestricted: Rule = {
  id: 'pod-security-restricted',
  title: 'The namespace enforces the strictest level of the Pod Security Standards',
  why: 'Under baseline a container may run as root, keep its capabilities and gain rights: most ways out of a container begin there',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['Namespace'],
  expression: "object.?metadata.?labels[?'pod-security.kubernetes.io/enforce'].orValue('') == 'restricted'",
  message: 'namespace enforces less than restricted; set the label pod-security.kubernetes.io/enforce: restricted, and give what needs more a namespace of its own',
  enforced: 'object',
  controls: {
    cis: ['5.2.6', '5.2.7', '5.2.9', '5.2.10'],
    mitre: ['T1611'],
    kubescape: ['C-0197', 'C-0198', 'C-0200', 'C-0201'],
  },
};
