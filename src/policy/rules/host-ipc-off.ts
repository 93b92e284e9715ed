import { Rule, Severity } from '../rule';

/**
 * Fields: spec.hostIPC.
 * Allowed: absent, false.
 */
export const hostIpcOff: Rule = {
  id: 'host-ipc-off',
  title: 'The pod shares no memory with processes of the node',
  why: 'Shared memory and message queues of the node can be read and changed from it, and with them the programs that trust them',
  severity: Severity.ERROR,
  on: 'pod',
  expression: '!pod.?hostIPC.orValue(false)',
  message: 'pod shares memory with processes of the node; remove hostIPC: true',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Host Namespaces'],
    cis: ['5.2.4'],
    nsa: ['1.3'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_18'],
    kubeLinter: ['host-ipc'],
    kubescape: ['C-0038', 'C-0276'],
    trivy: ['KSV-0008'],
    kubesec: ['HostIPC'],
    polaris: ['hostIPCSet'],
  },
};
