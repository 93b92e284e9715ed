import { Rule, Severity } from '../rule';

/**
 * Fields: spec.maxUnavailable and spec.minAvailable of a PodDisruptionBudget.
 * Allowed: one of them.
 */
export const pdbPolicySet: Rule = {
  id: 'pdb-policy-set',
  title: 'The disruption budget says how many pods may be away',
  why: 'A budget that says nothing lets no pod be evicted, or all: which of them is not what anybody has written',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['policy/PodDisruptionBudget'],
  expression: 'object.?spec.?maxUnavailable.hasValue() || object.?spec.?minAvailable.hasValue()',
  message: 'disruption budget does not say how many pods may be away; set maxUnavailable: 1',
  enforced: 'object',
  controls: {
    kubeScore: ['poddisruptionbudget-has-policy'],
  },
};
