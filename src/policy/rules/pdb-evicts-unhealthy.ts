import { Rule, Severity } from '../rule';

/**
 * Fields: spec.unhealthyPodEvictionPolicy of a PodDisruptionBudget.
 * Allowed: AlwaysAllow.
 */
export const pdbEvictsUnhealthy: Rule = {
  id: 'pdb-evicts-unhealthy',
  title: 'Pods that do not work can be evicted',
  why: 'A pod that crashes counts as one that is away: it keeps its node from being drained, and the node from being upgraded',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['policy/PodDisruptionBudget'],
  expression: "object.?spec.?unhealthyPodEvictionPolicy.orValue('') == 'AlwaysAllow'",
  message: 'pods that do not work keep their nodes from being drained; set unhealthyPodEvictionPolicy: AlwaysAllow',
  enforced: 'object',
  controls: {
    kubeLinter: ['pdb-unhealthy-pod-eviction-policy'],
  },
};
