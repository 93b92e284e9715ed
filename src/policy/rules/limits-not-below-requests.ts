import { Rule, Severity } from '../rule';

const REQUESTS = 'container.?resources.?requests.orValue({})';
const LIMITS = 'container.?resources.?limits.orValue({})';

/**
 * Fields: spec.containers[*].resources, and of init containers.
 * Allowed: limits that are at least the requests of the same name.
 */
export const limitsNotBelowRequests: Rule = {
  id: 'limits-not-below-requests',
  title: 'No limit is below its request',
  why: 'The API server refuses the pod, so a workload that it has taken stands without pods',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'declared',
  expression: `${REQUESTS}.all(name, !(name in ${LIMITS}) || quantity(string(${LIMITS}[name])).compareTo(quantity(string(${REQUESTS}[name]))) >= 0)`,
  message: 'limit is below its request; raise resources.limits, or lower resources.requests',
  enforced: 'template',
  controls: {
    mitre: ['T1499'],
  },
};
