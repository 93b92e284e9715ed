import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: storageClassName of a PersistentVolumeClaim and of spec.volumeClaimTemplates of a StatefulSet, and the StorageClasses.
 * Allowed: one that there is; or none, which is the one that the cluster says. A set without any is passed over: they are then elsewhere.
 */
export const storageClassExists: SetRule = {
  id: 'storage-class-exists',
  title: 'The storage class of a claim is there',
  why: 'The claim waits for a volume until somebody makes the class, and whoever does says where the data goes, and whether it is encrypted',
  severity: Severity.WARNING,
  message: 'storage class of the claim is not there; add it, or correct storageClassName',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => {
    if (graph.storageClasses.all.length === 0) { return []; }
    const fault = (index: number, field: string, name: string): SetFault[] => graph.storageClasses.has('', name) ? [] : [{
      index, field, problem: `storage class of the claim is not there: got ${shown(name)}, expected one of the set`,
    }];
    return [
      ...graph.claims.all.flatMap(({ index, storageClass }) => storageClass === undefined ? [] : fault(index, 'spec.storageClassName', storageClass)),
      ...graph.workloads.all.flatMap(({ index, storageClasses }) => storageClasses.flatMap(name => fault(index, 'spec.volumeClaimTemplates', name))),
    ];
  },
};
