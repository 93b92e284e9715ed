import { fails, holds } from './cases';
import { rights } from './rights';
import { roleWorkloadsUndeleted } from '../../../src/policy/rules/role-workloads-undeleted';

const role = (verbs: string[], group: string, resources: string[], more: object = {}) => (
  { object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } }
);

const { given, near } = rights({
  verbs: ['delete', 'deletecollection'],
  groups: ['', 'apps', 'batch'],
  resources: ['cronjobs', 'daemonsets', 'deployments', 'jobs', 'pods', 'replicasets', 'secrets', 'services', 'statefulsets'],
});

holds(roleWorkloadsUndeleted, {
  ...near,
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list'], 'apps', ['deployments']),
  'they are named': role(['delete'], '', ['secrets'], { resourceNames: ['lock'] }),
  'it is something else': role(['delete'], 'coordination.k8s.io', ['leases']),
});

fails(roleWorkloadsUndeleted, {
  ...given,
  'pods are deleted': role(['delete'], '', ['pods']),
  'all workloads of a group are deleted at once': role(['deletecollection'], 'apps', ['statefulsets']),
  'a wildcard stands for it': role(['*'], 'batch', ['jobs']),
});
