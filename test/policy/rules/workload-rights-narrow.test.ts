import { finds, keeps } from './set-cases';
import { binding, deployment, role } from './set-objects';
import { workloadRightsNarrow } from '../../../src/policy/rules/workload-rights-narrow';

const web = deployment('web', { pod: { serviceAccountName: 'web' } });
const bound = (rule: object, kind = 'Role') => [web, role('r', [rule], kind), binding(kind === 'Role' ? 'RoleBinding' : 'ClusterRoleBinding', kind, 'r')];
const found = (deed: string, by = 'RoleBinding "r-binding" to Role "r"') => [
  `Deployment web (spec.template.spec.serviceAccountName): pods may ${deed}: got ${by} for service account "web", expected fewer rights`,
];
const WEBHOOKS = { apiGroups: ['admissionregistration.k8s.io'], resources: ['validatingwebhookconfigurations'], verbs: ['update'] };

keeps(workloadRightsNarrow, {
  'it reads the Secret that it names': bound({ apiGroups: [''], resources: ['secrets'], resourceNames: ['own'], verbs: ['get'] }),
  'it reads pods': bound({ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }),
  'it changes webhooks, which are in no namespace, in one': bound(WEBHOOKS),
  'it may do everything, which another rule finds': [web, binding('ClusterRoleBinding', 'ClusterRole', 'cluster-admin')],
  'it may view what is in its namespace': [web, binding('RoleBinding', 'ClusterRole', 'view')],
});

finds(workloadRightsNarrow, {
  'it reads every Secret': { objects: bound({ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }), found: found('read every Secret') },
  'it reads everything': { objects: bound({ apiGroups: ['*'], resources: ['*'], verbs: ['get'] }), found: found('read every Secret, run programs in pods') },
  'it runs Jobs': { objects: bound({ apiGroups: ['batch'], resources: ['jobs'], verbs: ['create'] }), found: found('run pods') },
  'it runs programs in pods': { objects: bound({ apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] }), found: found('run programs in pods') },
  'it changes webhooks in the whole cluster': {
    objects: bound(WEBHOOKS, 'ClusterRole'), found: found('change webhooks', 'ClusterRoleBinding "r-binding" to ClusterRole "r"'),
  },
  'it may edit its namespace': {
    objects: [web, binding('RoleBinding', 'ClusterRole', 'edit')],
    found: found('read every Secret, run pods, run programs in pods', 'RoleBinding "edit-binding" to ClusterRole "edit"'),
  },
});
