import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.capabilities.drop, and of init and ephemeral containers.
 * Allowed: a list with ALL in it, in capitals; anything on Windows, which has no capabilities.
 */
export const capabilitiesDropped: Rule = {
  id: 'capabilities-dropped',
  title: 'Every container drops the capabilities that containers have by default',
  why: 'What a container has by default lets a root in it change owners and rights of files, make devices and pose as other pods',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: "pod.?os.?name.orValue('') == 'windows' || 'ALL' in container.?securityContext.?capabilities.?drop.orValue([])",
  message: 'container keeps capabilities; set securityContext.capabilities.drop: [ALL]',
  level: 'restricted',
  enforced: 'pod',
  controls: {
    pss: ['restricted: Capabilities'],
    cis: ['5.2.8', '5.2.10'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_28', 'CKV_K8S_37'],
    kubeLinter: ['drop-net-raw-capability'],
    kubescape: ['C-0211'],
    trivy: ['KSV-0003', 'KSV-0004', 'KSV-0106'],
    kubesec: ['CapDropAll', 'CapDropAny'],
    polaris: ['insecureCapabilities', 'linuxHardening'],
  },
};
