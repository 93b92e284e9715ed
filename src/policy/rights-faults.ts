import { EffectiveRights, gives } from './effective-rights';
import type { Danger } from './effective-rights';
import { named } from './named';
import type { ObjectGraph } from './object-graph';
import type { SetFault } from './set-rule';
import { shown } from '../kube/problem';

/**
 * The workloads whose pods may do something that they should not, one fault for each, with the object that gives it.
 *
 * @param worse what another rule is about: a right that gives it counts no more here
 */
export function rightsFaults(graph: ObjectGraph, dangers: readonly Danger[], worse?: Danger): SetFault[] {
  if (graph.bindings.all.length === 0) { return []; }
  const rights = EffectiveRights.of(graph);
  return graph.workloads.all.flatMap((workload): SetFault[] => {
    const given = rights.of(workload).filter(each => !worse || !gives(each, worse));
    const found = dangers.map(danger => ({ danger, by: given.find(each => gives(each, danger)) })).filter(({ by }) => by !== undefined);
    if (found.length === 0) { return []; }
    const { binding } = found[0].by!;
    const deeds = found.map(({ danger }) => danger.deed).join(', ');
    return [{
      index: workload.index,
      field: `${workload.path}.serviceAccountName`,
      problem: `pods may ${deeds}: got ${named(binding)} to ${binding.roleKind} ${shown(binding.roleName)} for service account `
        + `${shown(workload.serviceAccount)}, expected fewer rights`,
    }];
  });
}
