import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: no create and get on pods/portforward.
 */
export const rolePortForwardUnset: Rule = {
  id: 'role-port-forward-unset',
  title: 'The role opens no connections to pods',
  why: 'They come from the kubelet, past every NetworkPolicy and the rules of a mesh, to ports that were meant for the pod alone',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['create', 'get'], groups: [''], resources: ['pods/portforward'] }),
  message: 'role opens connections to pods; remove pods/portforward, and give it to people for as long as they need it',
  enforced: 'object',
  controls: {
    mitre: ['T1609'],
    kubescape: ['C-0063'],
  },
};
