import { Rule, Severity } from '../rule';

const NOT_ZERO = 'pod.?securityContext.?runAsUser.orValue(1) != 0';

/**
 * Fields: spec.securityContext.runAsUser.
 * Allowed: absent, anything but 0; from 1.35 anything where spec.hostUsers is false, since root of the pod is then nobody on the node.
 */
export const podRunAsUserNotZero: Rule = {
  id: 'pod-run-as-user-not-zero',
  title: 'The pod does not ask for root for its containers, unless it has users of its own',
  why: 'Every container that names no user itself, one that is injected later too, starts as root',
  severity: Severity.ERROR,
  on: 'pod',
  expression: NOT_ZERO,
  changes: [{ since: 35, expression: `!pod.?hostUsers.orValue(true) || ${NOT_ZERO}` }],
  message: 'pod asks for root; set securityContext.runAsUser to the id of a user without rights, such as 10001',
  level: 'restricted',
  enforced: 'pod',
  controls: {
    pss: ['restricted: Running as Non-root user'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_23'],
    kubeLinter: ['run-as-non-root'],
    kubescape: ['C-0013'],
    trivy: ['KSV-0105'],
    polaris: ['runAsRootAllowed'],
  },
};
