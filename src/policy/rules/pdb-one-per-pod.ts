import type { DisruptionBudget } from '../graph-scaling';
import type { Workload } from '../graph-workload';
import { isSame, named } from '../named';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.selector of all PodDisruptionBudgets of a namespace, and the labels of the pods.
 * Allowed: at most one that selects a pod.
 */
export const pdbOnePerPod: SetRule = {
  id: 'pdb-one-per-pod',
  title: 'No pod has two disruption budgets',
  why: 'The API server refuses to evict a pod that has two: its node can never be drained, so it is not upgraded',
  severity: Severity.ERROR,
  message: 'pods have two disruption budgets; remove one of them, or narrow its selector',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => {
    const first = new Map<Workload, DisruptionBudget>();
    return graph.budgets.all.flatMap((budget): SetFault[] => {
      let both: readonly [Workload, DisruptionBudget] | undefined;
      for (const workload of graph.podsIn(budget.namespace).select(budget.selector)) {
        const other = first.get(workload);
        if (!other) { first.set(workload, budget); } else if (!isSame(other, budget)) { both ??= [workload, other]; }
      }
      return both === undefined ? [] : [{
        index: budget.index,
        field: 'spec.selector',
        problem: `pods have two disruption budgets: got this one and ${named(both[1])} for ${named(both[0])}, expected one`,
      }];
    });
  },
};
