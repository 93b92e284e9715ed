import { Rule, Severity } from '../rule';

/**
 * Fields: spec.minReplicas and spec.maxReplicas of a HorizontalPodAutoscaler.
 * Allowed: at least 2, and more than that.
 */
export const hpaBounds: Rule = {
  id: 'hpa-bounds',
  title: 'The autoscaler keeps two pods, and can add some',
  why: 'With one pod each eviction is an outage, and without room to grow a crowd of requests is one',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  expression: 'object.?spec.?minReplicas.orValue(1) >= 2 && object.?spec.?maxReplicas.orValue(0) > object.?spec.?minReplicas.orValue(1)',
  message: 'autoscaler keeps one pod, or cannot add any; set minReplicas to 2 or more, and maxReplicas above it',
  enforced: 'object',
  controls: {
    mitre: ['T1499'],
    kubeScore: ['horizontalpodautoscaler-replicas'],
    polaris: ['hpaMaxAvailability', 'hpaMinAvailability'],
  },
};
