import { Rule, Severity } from '../rule';

/**
 * Fields: spec.topologySpreadConstraints of a pod.
 * Allowed: at least one, each with a selector.
 */
export const topologySpreadSet: Rule = {
  id: 'topology-spread-set',
  title: 'Pods of a workload are spread over nodes or zones',
  why: 'The scheduler may put all pods into one zone, and then one failure ends them all',
  severity: Severity.OFF,
  on: 'pod',
  expression: 'size(pod.?topologySpreadConstraints.orValue([])) > 0 && pod.topologySpreadConstraints.all(constraint, has(constraint.labelSelector))',
  message: 'pods may all stand in one zone; set topologySpreadConstraints with a labelSelector that finds them',
  enforced: 'template',
  controls: {
    kubeScore: ['pod-topology-spread-constraints'],
    polaris: ['topologySpreadConstraint'],
  },
};
