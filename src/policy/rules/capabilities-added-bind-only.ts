import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.capabilities.add, and of init and ephemeral containers.
 * Allowed: absent, NET_BIND_SERVICE; anything on Windows, which has no capabilities.
 */
export const capabilitiesAddedBindOnly: Rule = {
  id: 'capabilities-added-bind-only',
  title: 'No container adds a capability but the one that binds low ports',
  why: 'Each capability is a part of what root may do, and intruders have it as well',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: "pod.?os.?name.orValue('') == 'windows' || container.?securityContext.?capabilities.?add.orValue([]).all(capability, capability == 'NET_BIND_SERVICE')",
  message: 'container adds a capability; take all but NET_BIND_SERVICE out of securityContext.capabilities.add',
  level: 'restricted',
  enforced: 'pod',
  controls: {
    pss: ['restricted: Capabilities'],
    cis: ['5.2.8', '5.2.9'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_25'],
    kubescape: ['C-0046', 'C-0211'],
    trivy: ['KSV-0022', 'KSV-0106'],
    polaris: ['dangerousCapabilities'],
  },
};
