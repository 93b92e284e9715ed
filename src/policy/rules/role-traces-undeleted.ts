import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: no delete and deletecollection on events and pods/log.
 */
export const roleTracesUndeleted: Rule = {
  id: 'role-traces-undeleted',
  title: 'The role deletes no traces',
  why: 'Events and logs are what is left of an attack: whoever deletes them is not found',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['delete', 'deletecollection'], groups: ['', 'events.k8s.io'], resources: ['events', 'pods/log'] }),
  message: 'role deletes events or logs; remove delete and deletecollection on them, since they go by themselves',
  enforced: 'object',
  controls: {
    mitre: ['T1070'],
    kubescape: ['C-0031'],
    trivy: ['KSV-0042'],
  },
};
