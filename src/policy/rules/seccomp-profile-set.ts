import { Rule, Severity } from '../rule';

const OF_CONTAINER = 'container.?securityContext.?seccompProfile';
const OF_POD = 'pod.?securityContext.?seccompProfile';

/**
 * Fields: spec.containers[*].securityContext.seccompProfile.type, and of init and ephemeral containers; where a container has no profile,
 * spec.securityContext.seccompProfile.type.
 * Allowed: RuntimeDefault, Localhost; anything on Windows, which has no seccomp.
 */
export const seccompProfileSet: Rule = {
  id: 'seccomp-profile-set',
  title: 'Every container has a seccomp profile, its own or that of the pod',
  why: 'Without a profile most nodes confine nothing: the container can make every call of the kernel, and use the flaws of those that no program needs',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: `pod.?os.?name.orValue('') == 'windows' || ${OF_CONTAINER}.or(${OF_POD}).?type.orValue('') in ['RuntimeDefault', 'Localhost']`,
  message: 'container has no seccomp profile; set securityContext.seccompProfile.type: RuntimeDefault on the pod or on the container',
  level: 'restricted',
  enforced: 'pod',
  controls: {
    pss: ['restricted: Seccomp'],
    cis: ['5.7.2'],
    nsa: ['1.9', '1.10'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_31'],
    kubescape: ['C-0055', 'C-0210', 'C-0211'],
    trivy: ['KSV-0030', 'KSV-0104'],
    kubeScore: ['container-seccomp-profile'],
    kubesec: ['SeccompAny', 'SeccompUnconfined'],
    polaris: ['linuxHardening'],
  },
};
