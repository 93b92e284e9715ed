import { binding, deployment, object, role } from './rules/set-objects';
import { EffectiveRights, EVERYTHING, gives, isBuiltInRole } from '../../src/policy/effective-rights';
import { ObjectGraph } from '../../src/policy/object-graph';

const READ = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };

function rightsOf(objects: readonly object[], pod: object = { serviceAccountName: 'web' }): string[] {
  const graph = new ObjectGraph();
  [deployment('web', { pod }), ...objects].forEach(json => graph.see(json));
  return EffectiveRights.of(graph).of(graph.workloads.all[0]).map(({ rule, binding: by, isClusterWide }) => `${by.name} ${rule.verbs}${isClusterWide ? ' everywhere' : ''}`);
}

test('rights come by bindings of the account and of its groups, in the namespace or everywhere', () => {
  expect(rightsOf([
    role('a', [READ]), binding('RoleBinding', 'Role', 'a'),
    role('b', [READ], 'ClusterRole'), binding('ClusterRoleBinding', 'ClusterRole', 'b', { kind: 'Group', name: 'system:authenticated' }),
    role('c', [READ], 'ClusterRole'), binding('RoleBinding', 'ClusterRole', 'c', { kind: 'Group', name: 'system:serviceaccounts:bank' }),
  ])).toEqual(['a-binding get', 'b-binding get everywhere']);
});

test('without a token there are none, whoever says so', () => {
  const bound = [role('a', [READ]), binding('RoleBinding', 'Role', 'a')];
  const account = object('v1', 'ServiceAccount', 'web', { automountServiceAccountToken: false });
  const pod = (automountServiceAccountToken: boolean) => ({ serviceAccountName: 'web', automountServiceAccountToken });
  expect([rightsOf(bound, pod(false)), rightsOf([...bound, account]), rightsOf([...bound, account], pod(true))]).toEqual([[], [], ['a-binding get']]);
});

test('a role of the set goes before one that every cluster has', () => {
  const edit = binding('RoleBinding', 'ClusterRole', 'edit');
  expect([rightsOf([edit]).length, rightsOf([role('edit', [READ], 'ClusterRole'), edit]).length]).toEqual([3, 1]);
});

test('every cluster has some roles', () => {
  expect(['cluster-admin', 'view', 'system:node', 'reader'].map(isBuiltInRole)).toEqual([true, true, true, false]);
});

test('a wildcard gives what it stands for, and a right in one namespace nothing of the cluster', () => {
  const right = (verbs: string[], groups: string[], resources: string[], isClusterWide = true, isNamed = false) => (
    { rule: { verbs, groups, resources, isNamed }, binding: undefined as never, isClusterWide }
  );
  const exec = { deed: 'x', verbs: ['create'], groups: [''], resources: ['pods/exec'] };
  expect([
    right(['*'], ['*'], ['*']), right(['create'], [''], ['*/exec']), right(['create'], [''], ['pods']), right(['get'], ['*'], ['*']), right(['create'], ['apps'], ['pods/exec']),
  ].map(each => gives(each, exec))).toEqual([true, true, false, false, false]);
  expect([gives(right(['*'], ['*'], ['*'], false), { ...exec, ofCluster: true }), gives(right(['*'], ['*'], ['*'], false), exec)]).toEqual([false, true]);
  expect([gives(right(['*'], ['*'], ['*'], true, true), { ...exec, unlessNamed: true }), gives(right(['*'], ['*'], ['*'], true, true), exec)]).toEqual([false, true]);
  expect([gives(right(['*'], ['*'], ['*']), EVERYTHING), gives(right(['get'], ['*'], ['*']), EVERYTHING)]).toEqual([true, false]);
});
