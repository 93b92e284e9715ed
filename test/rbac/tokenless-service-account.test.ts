import { Chart, Testing } from 'cdk8s';
import { TokenlessServiceAccount, TokenlessServiceAccountProps } from '../../src';

const make = (props: Partial<TokenlessServiceAccountProps> = {}, id = 'web') => {
  const chart = new Chart(Testing.app(), 'chart');
  return { chart, account: new TokenlessServiceAccount(chart, id, { namespace: 'shop', ...props }) };
};
const manifestOf = (props: Partial<TokenlessServiceAccountProps> = {}) => Testing.synth(make(props).chart);

test('is an identity whose token is mounted nowhere, and nothing else', () => {
  expect(manifestOf()).toEqual([{
    apiVersion: 'v1',
    automountServiceAccountToken: false,
    kind: 'ServiceAccount',
    metadata: { labels: { 'app.kubernetes.io/managed-by': 'cdk8s' }, name: 'web', namespace: 'shop' },
  }]);
});

test('has the name that it is given, a DNS subdomain', () => {
  expect(manifestOf({ name: 'web.v1' })[0].metadata.name).toBe('web.v1');
});

test('bears the labels that it is given', () => {
  expect(manifestOf({ labels: { team: 'shop' } })[0].metadata.labels).toEqual({ 'app.kubernetes.io/managed-by': 'cdk8s', 'team': 'shop' });
});

test('names the Secrets with which its pods pull images', () => {
  expect(manifestOf({ pullSecrets: ['a', 'b'] })[0].imagePullSecrets).toEqual([{ name: 'a' }, { name: 'b' }]);
});

test('says what it is, for roles and bindings of cdk8s-plus', () => {
  const { account } = make();
  expect({ ...account.toSubjectConfiguration() }).toEqual({ kind: 'ServiceAccount', name: 'web', namespace: 'shop', apiGroup: '' });
  expect([account.apiVersion, account.apiGroup, account.kind, account.resourceType, account.resourceName])
    .toEqual(['v1', '', 'ServiceAccount', 'serviceaccounts', 'web']);
});

test('its object is its default child, so that an escape hatch finds it', () => {
  expect((make().account.node.defaultChild as any).kind).toBe('ServiceAccount');
});

test.each<[string, Record<string, unknown>, string]>([
  ['a name that is none', { name: 'Web' }, 'name of the service account: got "Web", expected a DNS subdomain'],
  ['no namespace', { namespace: undefined }, 'namespace of the service account: got undefined, expected a DNS label'],
  ['a namespace that is none', { namespace: 'a.b' }, 'namespace of the service account: got "a.b", expected a DNS label'],
  ['labels that are none', { labels: { 'a b': 'c' } }, 'key in labels of the service account: got "a b"'],
  ['labels in another form', { labels: 'team=shop' }, 'labels of the service account: got "team=shop", expected a map from label keys to label values'],
  ['a Secret that is no name', { pullSecrets: ['A'] }, 'name of a pull secret: got "A", expected a DNS subdomain'],
  ['a single Secret', { pullSecrets: 'a' }, 'pullSecrets of the service account: got "a", expected a list'],
])('fails on %s', (_, props, message) => {
  expect(() => make(props)).toThrow(message);
});

test('fails on no props at all, as a program in JavaScript might say', () => {
  const chart = new Chart(Testing.app(), 'chart');
  expect(() => new TokenlessServiceAccount(chart, 'web', undefined as never)).toThrow('props of the service account: got undefined, expected named values');
});

test('fails on two of one name in one namespace', () => {
  const { chart } = make({ name: 'web' }, 'a');
  expect(() => new TokenlessServiceAccount(chart, 'b', { name: 'web', namespace: 'shop' })).toThrow(new Error(
    'ServiceAccount "web" exists already in namespace "shop": got "chart/b", expected another name than that of chart/a; give one of the two another id or name',
  ));
});
