import { Rule, Severity } from '../rule';

/**
 * Fields: spec.securityContext.windowsOptions.hostProcess.
 * Allowed: absent, false.
 */
export const podHostProcessOff: Rule = {
  id: 'pod-host-process-off',
  title: 'The pod does not run as processes of its Windows node',
  why: 'All its containers have the network, the files and, if they ask, the rights of the node',
  severity: Severity.ERROR,
  on: 'pod',
  expression: '!pod.?securityContext.?windowsOptions.?hostProcess.orValue(false)',
  message: 'pod runs as processes of the Windows node; remove securityContext.windowsOptions.hostProcess: true',
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
