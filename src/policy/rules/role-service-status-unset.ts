import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: no patch and update on services/status.
 */
export const roleServiceStatusUnset: Rule = {
  id: 'role-service-status-unset',
  title: 'The role does not write where a Service is reached',
  why: 'An address of a load balancer that somebody writes there takes the traffic to it from every pod of the cluster',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['patch', 'update'], groups: [''], resources: ['services/status'] }),
  message: 'role writes the status of services; remove patch and update on services/status',
  enforced: 'object',
  controls: {
    mitre: ['T1557'],
    checkov: ['CKV2_K8S_4'],
  },
};
