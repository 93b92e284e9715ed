import { missingReferences } from '../missing-references';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: secret of volumes, secretKeyRef and secretRef of containers, imagePullSecrets, and the Secrets of a namespace that the set makes,
 * with what makes Secrets there.
 * Allowed: one that there is; any where it is optional. Where the set has no Secret of the namespace they are thought to be elsewhere, as they
 * should be.
 */
export const secretExists: SetRule = {
  id: 'secret-exists',
  title: 'The Secrets that a pod takes from are there',
  why: 'No container starts until somebody makes it, and whoever does says which credentials the program uses',
  severity: Severity.WARNING,
  message: 'pods take from a Secret that is not there; add what makes it, correct the name, or set optional: true',
  controls: {
    mitre: ['T1499'],
    kubeLinter: ['env-value-from'],
  },
  judge: graph => missingReferences(graph, 'Secret', graph.secrets, ({ namespace }) => graph.secrets.in(namespace).length > 0),
};
