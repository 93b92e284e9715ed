import { EVERYTHING } from '../effective-rights';
import type { Danger } from '../effective-rights';
import { rightsFaults } from '../rights-faults';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

const RUNS = ['cronjobs', 'daemonsets', 'deployments', 'jobs', 'pods', 'replicasets', 'replicationcontrollers', 'statefulsets'];
const ADMISSION = ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'];

const DANGERS: readonly Danger[] = [
  { deed: 'read every Secret', verbs: ['get', 'list', 'watch'], groups: [''], resources: ['secrets'], unlessNamed: true },
  { deed: 'run pods', verbs: ['create', 'patch', 'update'], groups: ['', 'apps', 'batch'], resources: RUNS },
  { deed: 'run programs in pods', verbs: ['create', 'get'], groups: [''], resources: ['pods/attach', 'pods/exec'] },
  {
    deed: 'change webhooks',
    verbs: ['create', 'delete', 'deletecollection', 'patch', 'update'],
    groups: ['admissionregistration.k8s.io'],
    resources: ADMISSION,
    ofCluster: true,
  },
];

/**
 * Fields: serviceAccountName and automountServiceAccountToken of the pods; all bindings of that account, and of the groups that it is in; the
 * rules of their roles.
 * Allowed: what reads no Secrets but those it names, makes no pods, runs nothing in pods and changes no webhooks. Pods without a
 * token are passed over.
 */
export const workloadRightsNarrow: SetRule = {
  id: 'workload-rights-narrow',
  title: 'No program in a pod has rights that lead to those of others',
  why: 'Whoever gets into the pod finds the token of its account, and with it reads the credentials of others or runs pods with their rights',
  severity: Severity.WARNING,
  message: 'pods may do what leads to the rights of others; bind a role that lists what the program needs, or set automountServiceAccountToken: false',
  controls: {
    cis: ['5.1.2', '5.1.4'],
    mitre: ['T1552.007', 'T1610'],
    kubescape: ['C-0267'],
  },
  judge: graph => rightsFaults(graph, DANGERS, EVERYTHING),
};
