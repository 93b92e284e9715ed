import { fails, holds } from './cases';
import { roleWorkloadsUndeleted } from '../../../src/policy/rules/role-workloads-undeleted';

const role = (verbs: string[], group: string, resources: string[], more: object = {}) => (
  { object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } }
);

holds(roleWorkloadsUndeleted, {
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list'], 'apps', ['deployments']),
  'they are named': role(['delete'], '', ['secrets'], { resourceNames: ['lock'] }),
  'it is something else': role(['delete'], 'coordination.k8s.io', ['leases']),
});

fails(roleWorkloadsUndeleted, {
  'pods are deleted': role(['delete'], '', ['pods']),
  'all workloads of a group are deleted at once': role(['deletecollection'], 'apps', ['statefulsets']),
  'a wildcard stands for it': role(['*'], 'batch', ['jobs']),
});
