import { Rule, Severity } from '../rule';

/**
 * Fields: allowPrivilegedContainer of a SecurityContextConstraints.
 * Allowed: false.
 */
export const sccPrivilegedOff: Rule = {
  id: 'scc-privileged-off',
  title: 'No security context constraint lets containers be privileged',
  why: 'Whoever may use it is root of the node on which the pod lands',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['security.openshift.io/SecurityContextConstraints'],
  expression: 'object.?allowPrivilegedContainer.orValue(false) == false',
  message: 'constraint lets containers be privileged; set allowPrivilegedContainer: false, and name the capabilities that are needed',
  enforced: 'object',
  controls: {
    mitre: ['T1611'],
    kubeLinter: ['scc-deny-privileged-container'],
  },
};
