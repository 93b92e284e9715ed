import { Rule, Severity } from '../rule';

const DEFAULT = "container.?securityContext.?procMount.orValue('Default') == 'Default'";

/**
 * Fields: spec.containers[*].securityContext.procMount, and of init and ephemeral containers.
 * Allowed: absent, Default; from 1.35 anything where spec.hostUsers is false, since root of the pod is then nobody on the node.
 */
export const procMountDefault: Rule = {
  id: 'proc-mount-default',
  title: 'Every container sees /proc masked, unless the pod has users of its own',
  why: 'Unmasked, /proc shows secrets of the kernel and takes settings that hold for the whole node',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: DEFAULT,
  changes: [{ since: 35, expression: `!pod.?hostUsers.orValue(true) || ${DEFAULT}` }],
  message: 'container sees /proc unmasked; remove securityContext.procMount',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: /proc Mount Type'],
    mitre: ['T1611'],
    kubeLinter: ['unsafe-proc-mount'],
    kubescape: ['C-0211'],
    trivy: ['KSV-0027'],
    polaris: ['procMount'],
  },
};
