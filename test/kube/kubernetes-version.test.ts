import { KUBERNETES_RELEASES } from '../../src/kube/kubernetes-releases';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const ALL = Object.entries(KubernetesVersion).filter((entry): entry is [string, KubernetesVersion] => entry[1] instanceof KubernetesVersion);

test('there is one constant for each release, and the other way round', () => {
  expect(ALL.map(([name]) => name)).toEqual(KUBERNETES_RELEASES.map(({ minor }) => `V1_${minor}`));
});

test.each(ALL)('%s is found by its text and knows its own end of life', (name, version) => {
  expect(version.text).toBe(`1.${version.minor}`);
  expect(name).toBe(`V1_${version.minor}`);
  expect(KubernetesVersion.of(version.text)).toBe(version);
  expect(version.endOfLife).toBe(KUBERNETES_RELEASES.find(({ minor }) => minor === version.minor)!.endOfLife);
  expect(new Date(version.endOfLife).toISOString().slice(0, 10)).toBe(version.endOfLife);
});

test('releases end in the order in which they began', () => {
  const ends = KUBERNETES_RELEASES.map(({ endOfLife }) => endOfLife);
  expect([...ends].sort()).toEqual(ends);
});

test.each(['1.34', 'v1.34', '1.34.2', 'v1.34.11', 'v1.34.2-eks-1a2b3c4', 'v1.34.1+rke2r1', '1.34.0-rc.1'])('%s is version 1.34', text => {
  expect(KubernetesVersion.of(text)).toBe(KubernetesVersion.V1_34);
});

test.each(['', '1', '34', '1.', '1.x', '2.34', '1.34.', '1.34.x', ' 1.34', '1.34\n', 'latest', '1.34-eks', '1.34567', undefined, null, 1.34])('refuses %j as no version', text => {
  expect(() => KubernetesVersion.of(text as string)).toThrow(/^Kubernetes version: got .*, expected 1\.28 to 1\.37; write it like 1\.36$/);
});

test('refuses a version that is too old', () => {
  expect(() => KubernetesVersion.of('1.27')).toThrow(new Error(
    'Kubernetes version: got "1.27", expected 1.28 to 1.37; upgrade the cluster first, it gets no security patches',
  ));
});

test('refuses a version that it does not know yet', () => {
  expect(() => KubernetesVersion.of('1.38')).toThrow(new Error(
    'Kubernetes version: got "1.38", expected 1.28 to 1.37; update cdk8s-hardened, or name 1.37 if its manifests shall do for newer clusters',
  ));
});

test('versions are compared by number', () => {
  expect(KubernetesVersion.V1_30.atLeast(KubernetesVersion.V1_30)).toBe(true);
  expect(KubernetesVersion.V1_31.atLeast(KubernetesVersion.V1_30)).toBe(true);
  expect(KubernetesVersion.V1_29.atLeast(KubernetesVersion.V1_30)).toBe(false);
});

test.each([
  ['2026-10-26', false], ['2026-10-27', false], ['2026-10-27T23:59:59Z', false], ['2026-10-28', true], ['2026-11-25T00:00:00Z', true],
])('on %s it is %s that 1.34 is past its end of life', (asOf, past) => {
  expect(KubernetesVersion.V1_34.isPastEndOfLife(asOf)).toBe(past);
});

test.each(['', 'today', '2026-13-01', '2026-1-1', '25.11.2026', '2026', undefined, 20261125])('refuses %j as a day', asOf => {
  expect(() => KubernetesVersion.V1_34.isPastEndOfLife(asOf as string)).toThrow(/^asOf: got .*, expected an ISO date; write it like 2026-11-25$/);
});
