import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleWorkloadsUndeleted } from '../../../src/policy/rules/role-workloads-undeleted';

const { given, near } = rights({
  verbs: ['delete', 'deletecollection'],
  groups: ['', 'apps', 'batch'],
  resources: ['cronjobs', 'daemonsets', 'deployments', 'jobs', 'pods', 'replicasets', 'secrets', 'services', 'statefulsets'],
});

holds(roleWorkloadsUndeleted, {
  ...near,
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list'], ['deployments'], 'apps'),
  'they are named': role(['delete'], ['secrets'], '', { resourceNames: ['lock'] }),
  'it is something else': role(['delete'], ['leases'], 'coordination.k8s.io'),
});

fails(roleWorkloadsUndeleted, {
  ...given,
  'pods are deleted': role(['delete'], ['pods']),
  'all workloads of a group are deleted at once': role(['deletecollection'], ['statefulsets'], 'apps'),
  'a wildcard stands for it': role(['*'], ['jobs'], 'batch'),
});
