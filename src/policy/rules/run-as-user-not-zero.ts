import { Rule, Severity } from '../rule';

const NOT_ZERO = 'container.?securityContext.?runAsUser.orValue(1) != 0';

/**
 * Fields: spec.containers[*].securityContext.runAsUser, and of init and ephemeral containers.
 * Allowed: absent, anything but 0; from 1.35 anything where spec.hostUsers is false, since root of the pod is then nobody on the node.
 */
export const runAsUserNotZero: Rule = {
  id: 'run-as-user-not-zero',
  title: 'No container asks for root, unless the pod has users of its own',
  why: 'Root in a container is root of the node as soon as anything lets it out, and may write all that the image holds',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: NOT_ZERO,
  changes: [{ since: 35, expression: `!pod.?hostUsers.orValue(true) || ${NOT_ZERO}` }],
  message: 'container asks for root; set securityContext.runAsUser to the id of a user without rights, such as 10001',
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
