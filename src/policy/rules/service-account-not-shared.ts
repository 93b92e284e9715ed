import { shown } from '../../kube/problem';
import type { Workload } from '../graph-workload';
import { isSame, named } from '../named';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: serviceAccountName of all pods of a namespace.
 * Allowed: one workload for each account. For default there is a rule of its own.
 */
export const serviceAccountNotShared: SetRule = {
  id: 'service-account-not-shared',
  title: 'Each workload has a service account of its own',
  why: 'What one of them is granted all of them may do, and neither the audit log nor the mesh can tell them apart',
  severity: Severity.WARNING,
  message: 'two workloads run as one service account; make one for each, and set serviceAccountName',
  controls: {
    cis: ['5.1.5'],
    mitre: ['T1078'],
  },
  judge: graph => {
    const first = new Map<string, Workload>();
    return graph.workloads.all.filter(({ serviceAccount }) => serviceAccount !== 'default').flatMap((workload): SetFault[] => {
      const key = `${workload.namespace} ${workload.serviceAccount}`;
      const other = first.get(key);
      if (!other) { first.set(key, workload); }
      return !other || isSame(other, workload) ? [] : [{
        index: workload.index,
        field: `${workload.path}.serviceAccountName`,
        problem: `two workloads run as one service account: got ${shown(workload.serviceAccount)} here and in ${named(other)}, expected one for each`,
      }];
    });
  },
};
