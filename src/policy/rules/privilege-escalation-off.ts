import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.allowPrivilegeEscalation, and of init and ephemeral containers.
 * Allowed: false; anything on Windows, which has no such thing.
 */
export const privilegeEscalationOff: Rule = {
  id: 'privilege-escalation-off',
  title: 'No process of a container can gain rights that its parent lacks',
  why: 'Through a program with the setuid bit or file capabilities, such as sudo, an intruder becomes root in the container',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: "pod.?os.?name.orValue('') == 'windows' || !container.?securityContext.?allowPrivilegeEscalation.orValue(true)",
  message: 'container lets processes gain rights; set securityContext.allowPrivilegeEscalation: false',
  level: 'restricted',
  enforced: 'pod',
  controls: {
    pss: ['restricted: Privilege Escalation'],
    cis: ['5.2.6'],
    nsa: ['1.7'],
    mitre: ['T1068'],
    checkov: ['CKV_K8S_20'],
    kubeLinter: ['privilege-escalation-container'],
    kubescape: ['C-0016', 'C-0211'],
    trivy: ['KSV-0001'],
    kubesec: ['AllowPrivilegeEscalation'],
    polaris: ['privilegeEscalationAllowed'],
  },
};
