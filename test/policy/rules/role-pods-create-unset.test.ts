import { fails, holds } from './cases';
import { rights, role } from './rights';
import { rolePodsCreateUnset } from '../../../src/policy/rules/role-pods-create-unset';

const { given, near } = rights({
  verbs: ['create', 'patch', 'update'],
  groups: ['', 'apps', 'batch'],
  resources: [
    'pods', 'replicationcontrollers', 'daemonsets', 'deployments', 'replicasets', 'statefulsets', 'cronjobs', 'jobs',
  ],
});

holds(rolePodsCreateUnset, {
  ...near,
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list', 'watch'], ['pods']),
  'they are deleted': role(['delete'], ['pods']),
  'their number is changed': role(['update'], ['deployments/scale'], 'apps'),
});

fails(rolePodsCreateUnset, {
  ...given,
  'pods are made': role(['create'], ['pods']),
  'workloads are changed': role(['patch'], ['deployments'], 'apps'),
  'jobs are made among others': role(['get', 'create'], ['configmaps', 'cronjobs'], 'batch'),
});
