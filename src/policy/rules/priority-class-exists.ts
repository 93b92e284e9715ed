import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: priorityClassName of the pods, and the PriorityClasses.
 * Allowed: one that there is, or that every cluster has. A set without any is passed over: they are then elsewhere.
 */
export const priorityClassExists: SetRule = {
  id: 'priority-class-exists',
  title: 'The priority class of a pod is there',
  why: 'The server refuses the pods, and the workload has none',
  severity: Severity.WARNING,
  message: 'priority class of the pods is not there; add it, or correct priorityClassName',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.priorityClasses.all.length === 0 ? [] : graph.workloads.all
    .filter(({ priorityClass }) => priorityClass !== undefined && !priorityClass.startsWith('system-') && !graph.priorityClasses.has('', priorityClass))
    .map(({ index, path, priorityClass }) => ({
      index, field: `${path}.priorityClassName`, problem: `priority class of the pods is not there: got ${shown(priorityClass)}, expected one of the set`,
    })),
};
