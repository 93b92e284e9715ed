import { Deployer } from '../../src/policy/deployer';

test('a user, a group and a service account are known by the names that the API server has for them', () => {
  const all = [Deployer.user('jane@example.com'), Deployer.group('platform-team'), Deployer.serviceAccount('argocd', 'argocd-application-controller')];
  expect(all.map(({ _kind, _name }) => `${_kind} ${_name}`)).toEqual([
    'user jane@example.com', 'group platform-team', 'user system:serviceaccount:argocd:argocd-application-controller',
  ]);
});

test.each<[string, () => unknown, string]>([
  ['nobody', () => Deployer.user(''), 'user name of a deployer: got "", expected a name that not everybody has; name who applies the manifests'],
  ['a name with spaces around it', () => Deployer.group(' platform'), 'group of deployers: got " platform"'],
  ['everybody', () => Deployer.group('system:authenticated'), 'group of deployers: got "system:authenticated", expected a name that not everybody has'],
  ['every program', () => Deployer.group('system:serviceaccounts'), 'group of deployers: got "system:serviceaccounts"'],
  ['whoever has no name', () => Deployer.user('system:anonymous'), 'user name of a deployer: got "system:anonymous"'],
  ['what is no namespace', () => Deployer.serviceAccount('Argo CD', 'a'), 'namespace of a deployer: got "Argo CD", expected a DNS label'],
  ['what is no account', () => Deployer.serviceAccount('argocd', 'a:b'), 'service account of a deployer: got "a:b", expected a DNS subdomain'],
])('%s is no deployer', (_, make, message) => {
  expect(make).toThrow(message);
});
