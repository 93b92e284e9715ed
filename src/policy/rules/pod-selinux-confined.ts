import { Rule, Severity } from '../rule';

/** Types that confine a container; container_engine_t runs containers inside of one, and is taken from 1.31 on. */
const TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const NESTED = [...TYPES, 'container_engine_t'];

const only = (types: readonly string[]) => [
  `pod.?securityContext.?seLinuxOptions.?type.orValue('') in ${JSON.stringify(types)}`,
  "pod.?securityContext.?seLinuxOptions.?user.orValue('') == ''",
  "pod.?securityContext.?seLinuxOptions.?role.orValue('') == ''",
].join(' && ');

/**
 * Fields: spec.securityContext.seLinuxOptions.
 * Allowed: type absent, container_t, container_init_t, container_kvm_t, from 1.31 container_engine_t; user and role absent.
 */
export const podSelinuxConfined: Rule = {
  id: 'pod-selinux-confined',
  title: 'The pod gives its containers no context of SELinux that lifts their confinement',
  why: 'Every container without options of its own, one that is injected later too, is let at files and processes of the node',
  severity: Severity.ERROR,
  on: 'pod',
  expression: only(TYPES),
  changes: [{ since: 31, expression: only(NESTED) }],
  message: 'pod has options of SELinux that can lift its confinement; set securityContext.seLinuxOptions.type: container_t without user and role, or remove securityContext.seLinuxOptions',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: SELinux'],
    cis: ['5.7.3'],
    mitre: ['T1611'],
    trivy: ['KSV-0025'],
  },
};
