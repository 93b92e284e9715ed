import { Rule, Severity } from '../rule';

const BOUNDED = ['limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];

/**
 * Fields: spec.hard of a ResourceQuota.
 * Allowed: limits.cpu, limits.memory, requests.cpu and requests.memory.
 */
export const quotaComplete: Rule = {
  id: 'quota-complete',
  title: 'The quota bounds CPU and memory, requests and limits',
  why: 'What it does not bound, one namespace can take from all others',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['ResourceQuota'],
  expression: `${BOUNDED.map(key => `'${key}' in object.?spec.?hard.orValue({})`).join(' && ')}`,
  message: 'quota leaves CPU or memory without a bound; set limits.cpu, limits.memory, requests.cpu and requests.memory',
  enforced: 'object',
  controls: {
    nsa: ['4.0'],
    mitre: ['T1499'],
    trivy: ['KSV-0040'],
  },
};
