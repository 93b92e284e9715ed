import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

const WORKLOADS = ['cronjobs', 'daemonsets', 'deployments', 'jobs', 'pods', 'replicasets', 'secrets', 'services', 'statefulsets'];

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: no delete or deletecollection on what runs and what it needs, unless resourceNames are given.
 */
export const roleWorkloadsUndeleted: Rule = {
  id: 'role-workloads-undeleted',
  title: 'The role deletes no workloads but those that it names',
  why: 'Whoever deletes workloads, Services or Secrets stops what others run, and nothing brings Secrets back',
  severity: Severity.OFF,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['delete', 'deletecollection'], groups: ['', 'apps', 'batch'], resources: WORKLOADS, unlessNamed: true }),
  message: 'role deletes workloads, Services or Secrets; remove delete and deletecollection, or list the names in resourceNames',
  enforced: 'object',
  controls: {
    mitre: ['T1485'],
    kubescape: ['C-0007'],
  },
};
