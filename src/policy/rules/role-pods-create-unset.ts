import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

const RUNS = ['pods', 'replicationcontrollers', 'daemonsets', 'deployments', 'replicasets', 'statefulsets', 'cronjobs', 'jobs'];

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: no create, patch and update on pods, and on what makes pods.
 */
export const rolePodsCreateUnset: Rule = {
  id: 'role-pods-create-unset',
  title: 'The role makes no pods',
  why: 'A pod can mount every secret of its namespace and run as every service account there: who makes pods has the rights of all of them',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['create', 'patch', 'update'], groups: ['', 'apps', 'batch'], resources: RUNS }),
  message: 'role makes pods; remove create, patch and update on pods and workloads',
  enforced: 'object',
  controls: {
    cis: ['5.1.4'],
    mitre: ['T1610'],
    kubeLinter: ['access-to-create-pods'],
    kubescape: ['C-0188'],
    trivy: ['KSV-0048'],
  },
};
