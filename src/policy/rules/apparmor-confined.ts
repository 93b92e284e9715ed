import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].securityContext.appArmorProfile.type, and of init and ephemeral containers.
 * Allowed: no profile, RuntimeDefault, Localhost.
 */
export const apparmorConfined: Rule = {
  id: 'apparmor-confined',
  title: 'No container takes itself out of AppArmor',
  why: 'Without a profile a flaw of the kernel or a capability too many is a way out that AppArmor would have closed',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: "!container.?securityContext.?appArmorProfile.hasValue() || container.securityContext.appArmorProfile.?type.orValue('') in ['RuntimeDefault', 'Localhost']",
  message: 'container is not confined by AppArmor; set securityContext.appArmorProfile.type: RuntimeDefault',
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
