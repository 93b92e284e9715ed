import { Cni, ClusterDns, GitOpsTool, KubernetesVersion, Platform } from '../../src';
import { HardenedSettings, Settings } from '../../src/policy/settings';

const failing = (props: Record<string, unknown>) => () => new Settings(props as HardenedSettings);

test('an app that says nothing is made for any cluster of the lowest version that serves every form', () => {
  expect(new Settings({})).toEqual({
    kubernetesVersion: KubernetesVersion.V1_30,
    platform: Platform.GENERIC,
    cni: Cni.GENERIC,
    clusterDns: ClusterDns.kubeDns(),
    clusterCidrs: [],
    ipv6: false,
    pullSecrets: [],
    trustedRegistries: [],
    gitOps: GitOpsTool.NONE,
    waivers: [],
    audit: { waiverDemands: {} },
  });
});

test('whatever is said counts', () => {
  const said = {
    kubernetesVersion: KubernetesVersion.V1_36,
    platform: Platform.OPENSHIFT,
    cni: Cni.AWS_VPC_CNI,
    clusterDns: ClusterDns.openshift(),
    clusterCidrs: ['198.18.0.0/15'],
    ipv6: true,
    pullSecrets: ['registry'],
    trustedRegistries: ['registry.example.com'],
    gitOps: GitOpsTool.FLUX,
  };
  expect(new Settings(said)).toMatchObject(said);
});

test('a list that is changed later changes nothing', () => {
  const pullSecrets = ['registry'];
  const settings = new Settings({ pullSecrets });
  pullSecrets.push('other');
  expect(settings.pullSecrets).toEqual(['registry']);
});

test.each(['registry.example.com', 'registry.example.com:5000', 'ghcr.io/acme', 'docker.io/library/', 'localhost', 'localhost:5000/a/b', '[fd00::1]:5000'])(
  'images can come from %s', registry => {
    expect(new Settings({ trustedRegistries: [registry] }).trustedRegistries).toEqual([registry]);
  },
);

test.each(['', 'acme', 'https://ghcr.io', 'ghcr.io/Acme', 'ghcr.io//acme', 'ghcr.io/acme:1', 'ghcr.io/*', '*.example.com/*', 'ghcr.io ', 'a/b.c', undefined, 5])(
  'no image could ever come from %j', registry => {
    expect(failing({ trustedRegistries: [registry] })).toThrow(new Error(
      `trusted registry: got ${registry === undefined ? 'undefined' : JSON.stringify(registry)}, expected a host, and a path below it or none; `
      + 'write it like registry.example.com:5000, ghcr.io/acme or docker.io/library, without https://',
    ));
  },
);

test.each<[string, Record<string, unknown>, string]>([
  ['a range that is none', { clusterCidrs: ['10.0.0.0'] }, 'clusterCidrs'],
  ['a single range', { clusterCidrs: '10.0.0.0/8' }, 'clusterCidrs: got "10.0.0.0/8", expected a list; write [ … ], also around a single value'],
  ['a single registry', { trustedRegistries: 'ghcr.io' }, 'trustedRegistries: got "ghcr.io", expected a list'],
  ['a single Secret', { pullSecrets: 'registry' }, 'pullSecrets: got "registry", expected a list'],
  ['a Secret that is no name', { pullSecrets: ['A'] }, 'name of a pull secret: got "A", expected a DNS subdomain'],
  ['a flag in quotes', { ipv6: 'false' }, 'ipv6: got "false", expected true or false; write it without quotes'],
])('fails on %s', (_, props, message) => {
  expect(failing(props)).toThrow(message);
});

test('how the app is judged is kept as it was said', () => {
  const waiver = { rule: 'probes-set', reason: ' a worker ' };
  const said = { waivers: [waiver], waiverDemands: { owner: true }, waiverApprovals: 'waivers.json', asOf: '2027-01-31', baseline: 'baseline.json' };
  const { waivers, audit } = new Settings(said);
  expect(waivers).toEqual([{ rule: 'probes-set', reason: 'a worker' }]);
  expect(audit).toEqual({ waiverDemands: { owner: true }, waiverApprovals: 'waivers.json', asOf: '2027-01-31', baseline: 'baseline.json' });
});

test.each<[string, Record<string, unknown>, string]>([
  ['waivers without a reason', { waivers: [{ rule: 'probes-set' }] }, 'waiver of "probes-set" gives no reason'],
  ['demands that are a word', { waiverDemands: { owner: 'yes' } }, 'waiverDemands.owner: got "yes", expected true or false; write it without quotes'],
  ['a day that is none', { asOf: 'today' }, 'asOf: got "today", expected a day like 2027-01-31; write year, month and day'],
  ['an empty path', { waiverApprovals: '' }, 'waiverApprovals: got "", expected the path of a file; correct it, or leave it out'],
  ['a baseline that is no path', { baseline: true }, 'baseline: got true, expected the path of a file; correct it, or leave it out'],
])('fails on %s', (_, props, message) => {
  expect(failing(props)).toThrow(message);
});
