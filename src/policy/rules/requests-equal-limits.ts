import { Rule, Severity } from '../rule';

const REQUESTS = 'container.?resources.?requests.orValue({})';
const LIMITS = 'container.?resources.?limits.orValue({})';

/**
 * Fields: spec.containers[*].resources, and of init containers.
 * Allowed: requests that equal the limits of the same name; absent requests, which then are the limits.
 */
export const requestsEqualLimits: Rule = {
  id: 'requests-equal-limits',
  title: 'Every container requests as much as it may use',
  why: 'Only pods that request all that they may use are the last to be evicted when their node runs short of memory',
  severity: Severity.OFF,
  on: 'container',
  covers: 'declared',
  expression: `${REQUESTS}.all(name, name in ${LIMITS} && quantity(string(${LIMITS}[name])).compareTo(quantity(string(${REQUESTS}[name]))) == 0)`,
  message: 'container requests less than it may use; set resources.requests and resources.limits to the same values',
  enforced: 'template',
  controls: {
    kubeScore: ['container-cpu-requests-equal-limits', 'container-memory-requests-equal-limits', 'container-ephemeral-storage-request-equals-limit', 'container-resource-requests-equal-limits'],
  },
};
