import { Rule, Severity } from '../rule';

/**
 * Fields: spec.securityContext.appArmorProfile.type.
 * Allowed: no profile, RuntimeDefault, Localhost; also where every container has a profile of its own.
 */
export const podApparmorConfined: Rule = {
  id: 'pod-apparmor-confined',
  title: 'The pod does not take its containers out of AppArmor',
  why: 'Every container without a profile of its own, one that is injected later too, runs without what AppArmor would close',
  severity: Severity.ERROR,
  on: 'pod',
  expression: "!pod.?securityContext.?appArmorProfile.hasValue() || pod.securityContext.appArmorProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']",
  message: 'pod is not confined by AppArmor; set securityContext.appArmorProfile.type: RuntimeDefault',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: AppArmor'],
    nsa: ['1.8'],
    mitre: ['T1611'],
    trivy: ['KSV-0002'],
    kubesec: ['ApparmorUnconfined'],
    polaris: ['linuxHardening'],
  },
};
