import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.privileged, and of init and ephemeral containers.
 * Allowed: absent, false.
 */
export const privilegedOff: Rule = {
  id: 'privileged-off',
  title: 'No container is privileged',
  why: 'A privileged container has every capability and every device of the node: whoever is in it owns the node and all other pods there',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: '!container.?securityContext.?privileged.orValue(false)',
  message: 'container is privileged; remove securityContext.privileged: true',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Privileged Containers'],
    cis: ['5.2.2'],
    nsa: ['1.2'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_16'],
    kubeLinter: ['privileged-container', 'privilege-escalation-container'],
    kubescape: ['C-0057', 'C-0211'],
    trivy: ['KSV-0017'],
    kubeScore: ['container-security-context-privileged'],
    kubesec: ['Privileged'],
    polaris: ['runAsPrivileged'],
  },
};
