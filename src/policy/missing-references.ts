import type { EntryTable, Entry } from './entry-table';
import type { Workload } from './graph-workload';
import type { ObjectGraph } from './object-graph';
import type { SourceKind } from './pod-references';
import type { SetFault } from './set-rule';
import { shown } from '../kube/problem';

/** What the pods of a set cannot start without and that is not in the set, in namespaces that the set makes. */
export function missingReferences(
  graph: ObjectGraph,
  kind: SourceKind,
  table: EntryTable<Entry>,
  isExpected: (workload: Workload, name: string) => boolean = () => true,
): SetFault[] {
  const isAsked = ({ references }: Workload) => references.length > 0 && references.some(each => each.kind === kind);
  const workloads = graph.workloads.all.filter(workload => isAsked(workload) && graph.manages(workload.namespace));
  return workloads.flatMap(workload => workload.references
    .filter(({ kind: wanted, name }) => wanted === kind && !table.has(workload.namespace, name) && isExpected(workload, name))
    .map(({ name, field, container }): SetFault => ({
      index: workload.index,
      field,
      ...(container === undefined ? {} : { container }),
      problem: `pods take from a ${kind} that is not there: got ${shown(name)}, expected one of the namespace`,
    })));
}
