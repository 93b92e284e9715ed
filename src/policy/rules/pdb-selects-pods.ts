import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.selector of a PodDisruptionBudget, and the labels of all pods of its namespace.
 * Allowed: a selector that selects pods; an empty one selects all.
 */
export const pdbSelectsPods: SetRule = {
  id: 'pdb-selects-pods',
  title: 'A disruption budget is about pods that there are',
  why: 'The pods that it was written for can all be evicted at once, and nothing says so',
  severity: Severity.WARNING,
  message: 'disruption budget selects no pods; correct spec.selector',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.budgets.all
    .filter(({ namespace, selector }) => graph.knows(namespace) && !graph.podsIn(namespace).has(selector))
    .map(({ index, selector }): SetFault => ({
      index,
      field: 'spec.selector',
      problem: `disruption budget selects no pods: got ${selector ? `selector ${shown(String(selector))}` : 'no selector'}, expected labels that pods of the namespace carry`,
    })),
};
