import { Rule, Severity } from '../rule';

const SAYS = ['default', 'defaultRequest', 'max', 'min'];

/**
 * Fields: spec.limits[*] of a LimitRange.
 * Allowed: one with default, defaultRequest, max and min.
 */
export const limitRangeComplete: Rule = {
  id: 'limit-range-complete',
  title: 'The limit range bounds what containers ask for, and asks for those that say nothing',
  why: 'A container without a request counts for nothing with the scheduler, and one without a limit takes what it likes',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['LimitRange'],
  expression: `object.?spec.?limits.orValue([]).exists(limit, ${SAYS.map(part => `has(limit.${part})`).join(' && ')})`,
  message: 'limit range leaves something open; set default, defaultRequest, max and min',
  enforced: 'object',
  controls: {
    nsa: ['4.1'],
    mitre: ['T1499'],
    trivy: ['KSV-0039'],
  },
};
