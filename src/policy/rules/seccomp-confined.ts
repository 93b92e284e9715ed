import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.seccompProfile.type, and of init and ephemeral containers.
 * Allowed: no profile, RuntimeDefault, Localhost.
 */
export const seccompConfined: Rule = {
  id: 'seccomp-confined',
  title: 'No container takes itself out of seccomp',
  why: 'Unconfined, a container can make every call of the kernel, and with it use the flaws of those that no program needs',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: "!container.?securityContext.?seccompProfile.hasValue() || container.securityContext.seccompProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']",
  message: 'container is not confined by seccomp; set securityContext.seccompProfile.type: RuntimeDefault',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Seccomp'],
    cis: ['5.7.2'],
    nsa: ['1.9', '1.10'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_31'],
    kubescape: ['C-0055', 'C-0210', 'C-0211'],
    trivy: ['KSV-0030', 'KSV-0104'],
    kubeScore: ['container-seccomp-profile'],
    kubesec: ['SeccompUnconfined'],
    polaris: ['linuxHardening'],
  },
};
