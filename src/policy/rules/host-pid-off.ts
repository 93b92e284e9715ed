import { Rule, Severity } from '../rule';

/**
 * Fields: spec.hostPID.
 * Allowed: absent, false.
 */
export const hostPidOff: Rule = {
  id: 'host-pid-off',
  title: 'The pod sees no processes but its own',
  why: 'Among the processes of the node it reads their arguments and environment, credentials included, and with a little more right ends or enters them',
  severity: Severity.ERROR,
  on: 'pod',
  expression: '!pod.?hostPID.orValue(false)',
  message: 'pod sees the processes of the node; remove hostPID: true',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Host Namespaces'],
    cis: ['5.2.3'],
    nsa: ['1.5'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_17'],
    kubeLinter: ['host-pid'],
    kubescape: ['C-0038', 'C-0275'],
    trivy: ['KSV-0010'],
    kubesec: ['HostPID'],
    polaris: ['hostPIDSet'],
  },
};
