import { Platform } from '../../src/kube/platform';

const on = (platform: Platform) => Object.entries(platform).filter(([, value]) => value).map(([name]) => name).sort();

test('a cluster of which nothing is known is asked for nothing', () => {
  expect(on(Platform.GENERIC)).toEqual([]);
  expect(on(Platform.of({}))).toEqual([]);
});

test.each<[string, Platform, string[]]>([
  ['OpenShift', Platform.OPENSHIFT, ['assignsIds']],
  ['GKE', Platform.GKE, ['appArmor', 'zones']],
  ['Ubuntu', Platform.UBUNTU, ['appArmor']],
])('%s is known', (_, platform, features) => {
  expect(on(platform)).toEqual(features);
});

test.each(['appArmor', 'seLinux', 'userNamespaces', 'zones', 'assignsIds'])('%s can be declared, and brings nothing with it', feature => {
  expect(on(Platform.of({ [feature]: true }))).toEqual([feature]);
});
