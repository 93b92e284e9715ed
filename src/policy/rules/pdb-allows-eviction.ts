import { Rule, Severity } from '../rule';

/**
 * Fields: spec.maxUnavailable and spec.minAvailable of a PodDisruptionBudget.
 * Allowed: maxUnavailable other than 0 and 0%, minAvailable other than 100%; how many pods there are is not told here.
 */
export const pdbAllowsEviction: Rule = {
  id: 'pdb-allows-eviction',
  title: 'The disruption budget lets pods be evicted',
  why: 'A node that holds such a pod can never be drained, so it is not upgraded and keeps the flaws of its kernel and kubelet',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['policy/PodDisruptionBudget'],
  expression: "!string(object.?spec.?maxUnavailable.orValue('')).matches('^0+%?$') && !string(object.?spec.?minAvailable.orValue('')).matches('^0*100%$')",
  message: 'disruption budget allows no eviction; set maxUnavailable: 1',
  enforced: 'object',
  controls: {
    kubeLinter: ['pdb-max-unavailable', 'pdb-min-available'],
    polaris: ['pdbDisruptionsIsZero'],
  },
};
