import { Rule, Severity } from '../rule';

/**
 * Fields: spec.hostUsers.
 * Allowed: false.
 */
export const hostUsersOff: Rule = {
  id: 'host-users-off',
  title: 'The pod has users of its own',
  why: 'Root of such a pod is nobody on the node; but the kernel, the container runtime and every file system of the pod must be able to do it',
  severity: Severity.OFF,
  on: 'pod',
  expression: 'pod.?hostUsers.orValue(true) == false',
  message: 'users of the pod are those of the node; set hostUsers: false where all nodes can do it',
  enforced: 'template',
  controls: {
    mitre: ['T1611'],
    kubesec: ['HostUsers'],
  },
};
