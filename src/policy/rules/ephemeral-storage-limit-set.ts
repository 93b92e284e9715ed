import { Rule, Severity } from '../rule';

/**
 * Fields: spec.containers[*].resources.limits["ephemeral-storage"], and of init containers.
 * Allowed: set.
 */
export const ephemeralStorageLimitSet: Rule = {
  id: 'ephemeral-storage-limit-set',
  title: 'Every container has a limit on what it writes to the disk of its node',
  why: 'Logs and files of one container fill the disk of the node, and the kubelet then evicts pods that wrote nothing',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: "container.?resources.?limits[?'ephemeral-storage'].hasValue()",
  message: 'container has no limit on ephemeral storage; set resources.limits["ephemeral-storage"]',
  enforced: 'template',
  controls: {
    mitre: ['T1499'],
    kubeScore: ['container-ephemeral-storage-request-and-limit'],
  },
};
