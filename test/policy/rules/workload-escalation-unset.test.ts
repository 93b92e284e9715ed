import { finds, keeps } from './set-cases';
import { binding, deployment, object, role } from './set-objects';
import { workloadEscalationUnset } from '../../../src/policy/rules/workload-escalation-unset';

const RBAC = 'rbac.authorization.k8s.io';
const web = (pod = {}) => deployment('web', { pod: { serviceAccountName: 'web', ...pod } });
const ESCALATES = [{ apiGroups: [RBAC], resources: ['roles'], verbs: ['escalate'] }];
const PROXY = [{ apiGroups: [''], resources: ['*/proxy'], verbs: ['get'] }];
const found = (deed: string, by: string) => [
  `Deployment web (spec.template.spec.serviceAccountName): pods may ${deed}: got ${by} for service account "web", expected fewer rights`,
];
const EVERYTHING = 'do everything, give itself rights, act as others, make tokens, run programs through the kubelet';

keeps(workloadEscalationUnset, {
  'nothing is bound': [web(), role('lead', ESCALATES)],
  'the role is bound to the account of that name in another namespace': [
    web(), role('lead', ESCALATES), binding('RoleBinding', 'Role', 'lead', { kind: 'ServiceAccount', name: 'web', namespace: 'bank' }),
  ],
  'the role is bound to a person': [web(), role('lead', ESCALATES), binding('RoleBinding', 'Role', 'lead', { kind: 'User', name: 'web' })],
  'the pods have no token': [web({ automountServiceAccountToken: false }), binding('ClusterRoleBinding', 'ClusterRole', 'cluster-admin')],
  'the account gives the pods no token': [
    web(), object('v1', 'ServiceAccount', 'web', { automountServiceAccountToken: false }), binding('ClusterRoleBinding', 'ClusterRole', 'cluster-admin'),
  ],
  'the role reads its own objects': [web(), role('reader', [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }]), binding('RoleBinding', 'Role', 'reader')],
  'a right on nodes counts in one namespace, where there are none': [web(), role('proxy', PROXY, 'ClusterRole'), binding('RoleBinding', 'ClusterRole', 'proxy')],
  'tokens are made for accounts that the rule names': [
    web(), role('issuer', [{ apiGroups: [''], resources: ['serviceaccounts/token'], resourceNames: ['cart'], verbs: ['create'] }]), binding('RoleBinding', 'Role', 'issuer'),
  ],
  'the role is made elsewhere': [web(), binding('RoleBinding', 'Role', 'lead')],
  'a Role of that name is none of the cluster': [web(), role('lead', ESCALATES), binding('RoleBinding', 'ClusterRole', 'lead')],
});

finds(workloadEscalationUnset, {
  'the account is bound to cluster-admin': {
    objects: [web(), binding('ClusterRoleBinding', 'ClusterRole', 'cluster-admin')],
    found: found(EVERYTHING, 'ClusterRoleBinding "cluster-admin-binding" to ClusterRole "cluster-admin"'),
  },
  'a volume asks for a token though the rest says no': {
    objects: [
      web({ automountServiceAccountToken: false, volumes: [{ name: 't', projected: { sources: [{ serviceAccountToken: { path: 't' } }] } }] }),
      role('lead', ESCALATES), binding('RoleBinding', 'Role', 'lead'),
    ],
    found: found('give itself rights', 'RoleBinding "lead-binding" to Role "lead"'),
  },
  'the pod asks for the token that the account does not give': {
    objects: [
      web({ automountServiceAccountToken: true }), object('v1', 'ServiceAccount', 'web', { automountServiceAccountToken: false }),
      role('lead', ESCALATES), binding('RoleBinding', 'Role', 'lead'),
    ],
    found: found('give itself rights', 'RoleBinding "lead-binding" to Role "lead"'),
  },
  'every account of the namespace is bound': {
    objects: [web(), role('lead', ESCALATES), binding('RoleBinding', 'Role', 'lead', { kind: 'Group', name: 'system:serviceaccounts:shop' })],
    found: found('give itself rights', 'RoleBinding "lead-binding" to Role "lead"'),
  },
  'every account of the cluster may act as others': {
    objects: [
      web(), role('actor', [{ apiGroups: [''], resources: ['users'], verbs: ['impersonate'] }], 'ClusterRole'),
      binding('ClusterRoleBinding', 'ClusterRole', 'actor', { kind: 'Group', name: 'system:serviceaccounts' }),
    ],
    found: found('act as others', 'ClusterRoleBinding "actor-binding" to ClusterRole "actor"'),
  },
  'the role gathers another': {
    objects: [
      web(), { ...role('part', ESCALATES, 'ClusterRole'), metadata: { name: 'part', labels: { part: 'of-lead' } } },
      { ...role('lead', [], 'ClusterRole'), aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: 'of-lead' } }] } },
      binding('RoleBinding', 'ClusterRole', 'lead'),
    ],
    found: found('give itself rights', 'RoleBinding "lead-binding" to ClusterRole "lead"'),
  },
  'a right on nodes is given by a wildcard, in the whole cluster': {
    objects: [web(), role('proxy', PROXY, 'ClusterRole'), binding('ClusterRoleBinding', 'ClusterRole', 'proxy')],
    found: found('run programs through the kubelet', 'ClusterRoleBinding "proxy-binding" to ClusterRole "proxy"'),
  },
});
