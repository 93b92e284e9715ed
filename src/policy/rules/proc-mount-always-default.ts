import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.procMount, and of init and ephemeral containers.
 * Allowed: absent, Default. Until 1.34 the baseline level demands the same; from 1.35 it lets go of pods with users of their own.
 */
export const procMountAlwaysDefault: Rule = {
  id: 'proc-mount-always-default',
  title: 'Every container sees /proc masked, also where the pod has users of its own',
  why: 'Unmasked, /proc shows secrets of the kernel, also to a root that is nobody on the node',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: "container.?securityContext.?procMount.orValue('Default') == 'Default'",
  since: 35,
  message: 'container sees /proc unmasked; remove securityContext.procMount',
  level: 'restricted',
  enforced: 'pod',
  controls: {
    pss: ['restricted: /proc Mount Type'],
    mitre: ['T1611'],
    kubeLinter: ['unsafe-proc-mount'],
    kubescape: ['C-0211'],
    trivy: ['KSV-0027'],
    polaris: ['procMount'],
  },
};
