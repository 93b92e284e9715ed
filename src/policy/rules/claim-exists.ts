import { missingReferences } from '../missing-references';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: persistentVolumeClaim of volumes, and the PersistentVolumeClaims of a namespace that the set makes.
 * Allowed: one that there is.
 */
export const claimExists: SetRule = {
  id: 'claim-exists',
  title: 'The claims that a pod mounts are there',
  why: 'No pod is scheduled until somebody makes it, and whoever does says where the data goes',
  severity: Severity.WARNING,
  message: 'pods take from a PersistentVolumeClaim that is not there; add it, or correct claimName',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => missingReferences(graph, 'PersistentVolumeClaim', graph.claims),
};
