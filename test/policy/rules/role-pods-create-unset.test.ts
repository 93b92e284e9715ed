import { fails, holds } from './cases';
import { rolePodsCreateUnset } from '../../../src/policy/rules/role-pods-create-unset';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(rolePodsCreateUnset, {
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list', 'watch'], ['pods']),
  'they are deleted': role(['delete'], ['pods']),
  'their number is changed': role(['update'], ['deployments/scale'], 'apps'),
});

fails(rolePodsCreateUnset, {
  'pods are made': role(['create'], ['pods']),
  'workloads are changed': role(['patch'], ['deployments'], 'apps'),
  'jobs are made among others': role(['get', 'create'], ['configmaps', 'cronjobs'], 'batch'),
});
