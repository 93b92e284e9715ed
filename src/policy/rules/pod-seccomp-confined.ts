import { Rule, Severity } from '../rule';

/**
 * Fields: spec.securityContext.seccompProfile.type.
 * Allowed: no profile, RuntimeDefault, Localhost; also where every container has a profile of its own. The restricted level demands the
 * same of pods: it only passes over those of Windows, to which the API server lets nobody give a profile.
 */
export const podSeccompConfined: Rule = {
  id: 'pod-seccomp-confined',
  title: 'The pod does not take its containers out of seccomp',
  why: 'Every container without a profile of its own, one that is injected later too, can make every call of the kernel',
  severity: Severity.ERROR,
  on: 'pod',
  expression: "!pod.?securityContext.?seccompProfile.hasValue() || pod.securityContext.seccompProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']",
  message: 'pod is not confined by seccomp; set securityContext.seccompProfile.type: RuntimeDefault',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Seccomp', 'restricted: Seccomp'],
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
