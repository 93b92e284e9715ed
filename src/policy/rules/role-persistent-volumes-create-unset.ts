import { grantsNone } from '../role-grants';
import { Rule, Severity } from '../rule';

/**
 * Fields: rules of a Role and a ClusterRole.
 * Allowed: no create, patch and update on persistentvolumes.
 */
export const rolePersistentVolumesCreateUnset: Rule = {
  id: 'role-persistent-volumes-create-unset',
  title: 'The role makes no volumes by hand',
  why: 'A volume can be any directory of a node, and no Pod Security level looks into the claim that mounts it',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  expression: grantsNone({ verbs: ['create', 'patch', 'update'], groups: [''], resources: ['persistentvolumes'] }),
  message: 'role makes volumes by hand; remove create, patch and update on persistentvolumes, and let a storage class make them',
  enforced: 'object',
  controls: {
    cis: ['5.1.9'],
    mitre: ['T1611'],
    kubescape: ['C-0278'],
  },
};
