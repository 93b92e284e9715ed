import type { Workload } from '../graph-workload';
import { PodCounts } from '../pod-counts';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/** DaemonSets are passed over by a drain, and Jobs must not have a budget. */
const KINDS = ['apps/Deployment', 'apps/StatefulSet'];

/**
 * Fields: spec.selector of all PodDisruptionBudgets of the namespace, and the labels of the pods.
 * Allowed: one that selects the pods of each Deployment and StatefulSet that keeps two or more.
 */
export const pdbPresent: SetRule = {
  id: 'pdb-present',
  title: 'Several pods of one workload have a disruption budget',
  why: 'When nodes are drained for an upgrade all of them may be evicted at once, and whoever fears that puts the upgrade off',
  severity: Severity.WARNING,
  message: 'no disruption budget selects the pods; add a PodDisruptionBudget with maxUnavailable: 1',
  controls: {
    mitre: ['T1499'],
    kubeScore: ['deployment-has-poddisruptionbudget', 'statefulset-has-poddisruptionbudget'],
    polaris: ['missingPodDisruptionBudget'],
  },
  judge: graph => {
    const selected = new Set<Workload>();
    for (const { namespace, selector } of graph.budgets.all) {
      for (const workload of graph.podsIn(namespace).select(selector)) { selected.add(workload); }
    }
    const counts = PodCounts.of(graph);
    return graph.workloads.all
      .filter(workload => KINDS.includes(workload.groupKind) && (counts.fewest(workload) ?? 0) >= 2 && !selected.has(workload))
      .map(workload => ({
        index: workload.index, problem: `no disruption budget selects the pods: got ${counts.fewest(workload)} pods without one, expected one`,
      }));
  },
};
