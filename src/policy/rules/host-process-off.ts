import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.windowsOptions.hostProcess, and of init and ephemeral containers.
 * Allowed: absent, false.
 */
export const hostProcessOff: Rule = {
  id: 'host-process-off',
  title: 'No container is a process of its Windows node',
  why: 'A HostProcess container is no container: it has the network, the files and, if it asks, the rights of the node',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: '!container.?securityContext.?windowsOptions.?hostProcess.orValue(false)',
  message: 'container is a process of the Windows node; remove securityContext.windowsOptions.hostProcess: true',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: HostProcess'],
    cis: ['5.2.11'],
    mitre: ['T1611'],
    kubescape: ['C-0211'],
    trivy: ['KSV-0103'],
    polaris: ['hostProcess'],
  },
};
