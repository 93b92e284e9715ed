import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleEscalationUnset } from '../../../src/policy/rules/role-escalation-unset';

const ROLES = rights({ verbs: ['*'], groups: ['rbac.authorization.k8s.io'], resources: ['roles', 'clusterroles'] });
const IDENTITIES = rights({ verbs: ['*'], groups: ['', 'authentication.k8s.io'], resources: ['users', 'groups', 'serviceaccounts', 'uids'] });

holds(roleEscalationUnset, {
  'there are no rules': { object: {} },
  'roles are read': role(['get', 'list', 'watch'], ['roles', 'clusterroles'], 'rbac.authorization.k8s.io'),
  'all is done to something else': role(['*'], ['configmaps']),
  ...ROLES.near,
  ...IDENTITIES.near,
});

fails(roleEscalationUnset, {
  'rights are escalated': role(['update', 'escalate'], ['clusterroles'], 'rbac.authorization.k8s.io'),
  'roles are bound': role(['bind'], ['roles'], 'rbac.authorization.k8s.io'),
  'one role by its name is bound': role(['bind'], ['clusterroles'], 'rbac.authorization.k8s.io', { resourceNames: ['admin'] }),
  'one is somebody else': role(['impersonate'], ['users']),
  'one is somebody else in part': role(['impersonate:user-info'], ['users'], 'authentication.k8s.io'),
  'all is done to roles': role(['*'], ['roles'], 'rbac.authorization.k8s.io'),
  'all is done to service accounts': role(['*'], ['serviceaccounts']),
  'all is done to everything': role(['*'], ['*'], '*'),
  ...ROLES.given,
  ...IDENTITIES.given,
});
