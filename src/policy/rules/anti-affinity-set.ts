import { Rule, Severity } from '../rule';

const TERMS = 'pod.?affinity.?podAntiAffinity.orValue({})';

/**
 * Fields: spec.affinity.podAntiAffinity of a pod.
 * Allowed: at least one term, required or preferred.
 */
export const antiAffinitySet: Rule = {
  id: 'anti-affinity-set',
  title: 'Pods of a workload keep apart',
  why: 'Two pods of a workload on one node fall with that node, and the second one was for nothing',
  severity: Severity.OFF,
  on: 'pod',
  expression: `['requiredDuringSchedulingIgnoredDuringExecution', 'preferredDuringSchedulingIgnoredDuringExecution'].exists(term, size(${TERMS}[?term].orValue([])) > 0)`,
  message: 'pods may all stand on one node; add a term to affinity.podAntiAffinity with topologyKey: kubernetes.io/hostname',
  enforced: 'template',
  controls: {
    kubeLinter: ['no-anti-affinity'],
    kubeScore: ['deployment-has-host-podantiaffinity', 'statefulset-has-host-podantiaffinity'],
  },
};
