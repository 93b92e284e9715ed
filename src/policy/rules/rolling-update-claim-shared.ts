import { shown } from '../../kube/problem';
import type { Workload } from '../graph-workload';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

const ONE_NODE = ['ReadWriteOnce', 'ReadWriteOncePod'];

/**
 * Fields: spec.strategy.type of a Deployment, and spec.accessModes of the PersistentVolumeClaims that its pods mount.
 * Allowed: Recreate, or a claim that pods on several nodes can mount.
 */
export const rollingUpdateClaimShared: SetRule = {
  id: 'rolling-update-claim-shared',
  title: 'What is replaced pod by pod does not hold a volume that one node can mount',
  why: 'The new pod waits on another node for the volume, and the old one for the new: the update, which may mend a flaw, never ends',
  severity: Severity.WARNING,
  message: 'pods of two nodes need one volume during an update; set strategy.type: Recreate, or make it a StatefulSet',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.claims.all.length === 0 ? [] : graph.workloads.all.filter(isReplacedPodByPod).flatMap(workload => (
    workload.references.filter(({ kind, name }) => {
      const modes = kind === 'PersistentVolumeClaim' ? graph.claims.get(workload.namespace, name)?.accessModes ?? [] : [];
      return modes.length > 0 && modes.every(mode => ONE_NODE.includes(mode));
    }).map(({ name, field }): SetFault => ({
      index: workload.index,
      field,
      problem: `pods of two nodes need one volume during an update: got claim ${shown(name)} and strategy RollingUpdate, expected Recreate`,
    }))
  )),
};

function isReplacedPodByPod({ groupKind, strategy }: Workload): boolean {
  return groupKind === 'apps/Deployment' && strategy !== 'Recreate';
}
