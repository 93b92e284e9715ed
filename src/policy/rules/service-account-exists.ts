import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: serviceAccountName of the pods, and the ServiceAccounts of the namespace.
 * Allowed: one that there is, or default, which the cluster makes. A namespace is passed over that the set does not make, and has no accounts of.
 */
export const serviceAccountExists: SetRule = {
  id: 'service-account-exists',
  title: 'The service account of a pod is there',
  why: 'No pod is made until somebody makes the account, and whoever does says what the pod may do',
  severity: Severity.WARNING,
  message: 'service account of the pods is not there; add the ServiceAccount, or correct serviceAccountName',
  controls: {
    mitre: ['T1078'],
    kubeLinter: ['non-existent-service-account'],
    kubescape: ['C-0307'],
  },
  judge: graph => graph.workloads.all
    .filter(({ namespace, serviceAccount }) => (
      serviceAccount !== 'default'
      && (graph.manages(namespace) || graph.accounts.in(namespace).length > 0)
      && !graph.accounts.has(namespace, serviceAccount)
    ))
    .map(({ index, path, serviceAccount }) => ({
      index,
      field: `${path}.serviceAccountName`,
      problem: `service account of the pods is not there: got ${shown(serviceAccount)}, expected one of the namespace`,
    })),
};
