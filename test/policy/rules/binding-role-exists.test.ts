import { finds, keeps } from './set-cases';
import { binding, namespace, role } from './set-objects';
import { bindingRoleExists } from '../../../src/policy/rules/binding-role-exists';

keeps(bindingRoleExists, {
  'the Role is there': [role('reader', []), binding('RoleBinding', 'Role', 'reader')],
  'the ClusterRole is there': [role('reader', [], 'ClusterRole'), binding('ClusterRoleBinding', 'ClusterRole', 'reader')],
  'every cluster has the role': [role('reader', [], 'ClusterRole'), binding('RoleBinding', 'ClusterRole', 'view')],
  'the cluster itself makes the role': [role('reader', [], 'ClusterRole'), binding('ClusterRoleBinding', 'ClusterRole', 'system:auth-delegator')],
  'the set has no ClusterRole': [namespace(), binding('RoleBinding', 'ClusterRole', 'reader')],
  'the set has no Role of the namespace, and does not make it': [binding('RoleBinding', 'Role', 'reader')],
});

finds(bindingRoleExists, {
  'the set makes the namespace without it': {
    objects: [namespace(), binding('RoleBinding', 'Role', 'reader')],
    found: ['RoleBinding reader-binding (roleRef): binding grants a role that is not there: got Role "reader", expected one of the set'],
  },
  'the ClusterRole is a Role': {
    objects: [role('reader', []), role('writer', [], 'ClusterRole'), binding('ClusterRoleBinding', 'ClusterRole', 'reader')],
    found: ['ClusterRoleBinding reader-binding (roleRef): binding grants a role that is not there: got ClusterRole "reader", expected one of the set'],
  },
});
