import { EVERYTHING } from '../effective-rights';
import type { Danger } from '../effective-rights';
import { rightsFaults } from '../rights-faults';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

const DANGERS: readonly Danger[] = [
  EVERYTHING,
  { deed: 'give itself rights', verbs: ['bind', 'escalate'], groups: ['rbac.authorization.k8s.io'], resources: ['clusterroles', 'roles'] },
  { deed: 'act as others', verbs: ['impersonate'], groups: ['', 'authentication.k8s.io'], resources: ['groups', 'serviceaccounts', 'uids', 'users'] },
  { deed: 'make tokens', verbs: ['create'], groups: [''], resources: ['serviceaccounts/token'], unlessNamed: true },
  { deed: 'run programs through the kubelet', verbs: ['create', 'get'], groups: [''], resources: ['nodes/proxy'], ofCluster: true },
];

/**
 * Fields: serviceAccountName and automountServiceAccountToken of the pods; all bindings of that account, and of the groups that it is in; the
 * rules of their roles.
 * Allowed: no wildcard over everything; no escalate, bind or impersonate; no tokens but of accounts that the rule names; no nodes/proxy. Pods
 * without a token are passed over.
 */
export const workloadEscalationUnset: SetRule = {
  id: 'workload-escalation-unset',
  title: 'No program in a pod can give itself further rights',
  why: 'Whoever gets into the pod finds the token of its account, and has the cluster with it',
  severity: Severity.ERROR,
  message: 'pods may give themselves further rights; bind a role that lists what the program needs, or set automountServiceAccountToken: false',
  controls: {
    cis: ['5.1.1', '5.1.3', '5.1.8'],
    mitre: ['T1078', 'T1528'],
    kubescape: ['C-0267', 'C-0272'],
  },
  judge: graph => rightsFaults(graph, DANGERS),
};
