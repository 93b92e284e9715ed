import { bindingOf, roleOf, serviceAccountOf } from '../../src/policy/graph-rights';

const ENTRY = { index: 0, kind: 'X', namespace: 'shop', name: 'x' };

test('an account says whether its token is mounted, or nothing', () => {
  expect([{ automountServiceAccountToken: false }, {}, { automountServiceAccountToken: 'no' }].map(json => serviceAccountOf(json, ENTRY).automount)).toEqual([false, undefined, undefined]);
});

test('the rules of a role are read, and whether they name their objects', () => {
  const { rules, gathers } = roleOf({ rules: [{ verbs: ['get'], apiGroups: [''], resources: ['pods'], resourceNames: ['a'] }, { nonResourceURLs: ['/'], verbs: ['get'] }] }, ENTRY);
  expect(rules).toEqual([
    { verbs: ['get'], groups: [''], resources: ['pods'], isNamed: true }, { verbs: ['get'], groups: [], resources: [], isNamed: false },
  ]);
  expect(gathers).toEqual([]);
});

test('a role says which others it gathers', () => {
  const { gathers, labels } = roleOf({ metadata: { labels: { a: 'b' } }, aggregationRule: { clusterRoleSelectors: [{ matchLabels: { c: 'd' } }] } }, ENTRY);
  expect([gathers.map(String), labels]).toEqual([['c=d'], { a: 'b' }]);
});

test('a binding is to accounts and groups; people are passed over', () => {
  const subjects = [
    { kind: 'ServiceAccount', name: 'a' }, { kind: 'ServiceAccount', name: 'b', namespace: 'bank' }, { kind: 'Group', name: 'g', namespace: 'bank' }, { kind: 'User', name: 'u' }, {},
  ];
  const { roleKind, roleName, grantees } = bindingOf({ roleRef: { kind: 'Role', name: 'r' }, subjects }, ENTRY);
  expect([roleKind, roleName]).toEqual(['Role', 'r']);
  expect(grantees).toEqual([
    { kind: 'ServiceAccount', namespace: 'shop', name: 'a' }, { kind: 'ServiceAccount', namespace: 'bank', name: 'b' }, { kind: 'Group', namespace: '', name: 'g' },
  ]);
});
