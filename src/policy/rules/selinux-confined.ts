import { Rule, Severity } from '../rule';

/** Types that confine a container; container_engine_t runs containers inside of one, and is taken from 1.31 on. */
const TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t'];
const NESTED = [...TYPES, 'container_engine_t'];

const only = (types: readonly string[]) => [
  `container.?securityContext.?seLinuxOptions.?type.orValue('') in ${JSON.stringify(types)}`,
  "container.?securityContext.?seLinuxOptions.?user.orValue('') == ''",
  "container.?securityContext.?seLinuxOptions.?role.orValue('') == ''",
].join(' && ');

/**
 * Fields: spec.containers[*].securityContext.seLinuxOptions, and of init and ephemeral containers.
 * Allowed: type absent, container_t, container_init_t, container_kvm_t, from 1.31 container_engine_t; user and role absent.
 */
export const selinuxConfined: Rule = {
  id: 'selinux-confined',
  title: 'No container has a context of SELinux that lifts its confinement',
  why: 'With a type, user or role of the node itself, such as spc_t, SELinux lets the container at files and processes of the node',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: only(TYPES),
  changes: [{ since: 31, expression: only(NESTED) }],
  message: 'container has options of SELinux that can lift its confinement; set securityContext.seLinuxOptions.type: container_t without user and role, or remove securityContext.seLinuxOptions',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: SELinux'],
    cis: ['5.7.3'],
    mitre: ['T1611'],
    trivy: ['KSV-0025'],
  },
};
