import { shown } from '../../kube/problem';
import type { Workload } from '../graph-workload';
import type { ObjectGraph } from '../object-graph';
import { PodCounts } from '../pod-counts';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.minAvailable of a PodDisruptionBudget; spec.replicas of the workloads that it selects, and minReplicas of their autoscalers.
 * Allowed: fewer than there are pods. A percentage is rounded up, as the controller does it.
 */
export const pdbBelowReplicas: SetRule = {
  id: 'pdb-below-replicas',
  title: 'A disruption budget leaves a pod that may be evicted',
  why: 'A budget that needs all pods lets none be evicted: their nodes can never be drained, so they keep the flaws of their kernel and kubelet',
  severity: Severity.ERROR,
  message: 'disruption budget needs all pods that there are; set maxUnavailable: 1 in place of minAvailable',
  controls: {
    mitre: ['T1499'],
    kubeLinter: ['pdb-min-available'],
    polaris: ['pdbMinAvailableGreaterThanHPAMinReplicas'],
  },
  judge: graph => graph.budgets.all.flatMap(({ index, namespace, selector, minAvailable }): SetFault[] => {
    if (minAvailable === undefined) { return []; }
    const workloads = graph.podsIn(namespace).select(selector);
    const pods = countOf(graph, workloads);
    const least = pods === undefined ? undefined : leastOf(minAvailable, pods);
    if (!pods || least === undefined || least < pods) { return []; }
    const isScaled = workloads.some(workload => PodCounts.of(graph).autoscalerOf(workload));
    return [{
      index,
      field: 'spec.minAvailable',
      problem: `disruption budget needs all pods that there are: got minAvailable ${shown(minAvailable)} for ${pods} ${pods === 1 ? 'pod' : 'pods'}, expected fewer`,
      // An autoscaler keeps more than the fewest while they are needed.
      ...(isScaled ? { severity: Severity.WARNING } : {}),
    }];
  }),
};

function countOf(graph: ObjectGraph, workloads: readonly Workload[]): number | undefined {
  const counts = PodCounts.of(graph);
  return workloads.reduce<number | undefined>((sum, workload) => {
    const pods = counts.fewest(workload);
    return sum === undefined || pods === undefined ? undefined : sum + pods;
  }, 0);
}

function leastOf(minAvailable: number | string | undefined, pods: number): number | undefined {
  if (typeof minAvailable !== 'string') { return minAvailable; }
  const percent = /^(\d+)%$/.exec(minAvailable);
  return percent ? Math.ceil(Number(percent[1]) * pods / 100) : undefined;
}
