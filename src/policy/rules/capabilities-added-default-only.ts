import { Rule, Severity } from '../rule';

/** What container runtimes give every container that drops nothing. */
const DEFAULT = [
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID',
  'SYS_CHROOT',
];

/**
 * Fields: spec.containers[*].securityContext.capabilities.add, and of init and ephemeral containers.
 * Allowed: absent, and those that a container has by default.
 */
export const capabilitiesAddedDefaultOnly: Rule = {
  id: 'capabilities-added-default-only',
  title: 'No container adds a capability that containers do not have by default',
  why: 'Capabilities such as SYS_ADMIN, SYS_MODULE or SYS_PTRACE are ways out of the container, and NET_RAW lets it pose as other pods',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: `container.?securityContext.?capabilities.?add.orValue([]).all(capability, capability in ${JSON.stringify(DEFAULT)})`,
  message: 'container adds a capability that leads out of it; take it out of securityContext.capabilities.add',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Capabilities'],
    cis: ['5.2.8', '5.2.9'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_25', 'CKV_K8S_39'],
    kubeLinter: ['privilege-escalation-container'],
    kubescape: ['C-0046', 'C-0057', 'C-0211'],
    trivy: ['KSV-0005', 'KSV-0022', 'KSV-0119', 'KSV-0120'],
    kubesec: ['CapSysAdmin'],
    polaris: ['dangerousCapabilities'],
  },
};
