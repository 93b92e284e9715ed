import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as yaml from 'yaml';
import { SecureApp } from '../../src/app/secure-app';
import { ControlPlaneDistribution } from '../../src/controlplane/distribution';
import { EncryptedEtcdConfig } from '../../src/controlplane/encrypted-etcd-config';
import { EncryptedEtcdConfigProps } from '../../src/controlplane/encrypted-etcd-props';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';
import { encryptionFaults } from '../../src/controlplane/encryption-validation';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { Session } from '../../src/policy/session';
import { Settings } from '../../src/policy/settings';
import { base64 } from '../kube/key-material';

/* What goes wrong with encryption at rest in practice, each held in every configuration that this library can write. */

const kms = (name: string) => EncryptionProvider.kmsV2({ name, socket: `/run/kms/${name}/s.sock` });
const key = (keyNumber: number) => EncryptionProvider.secretbox({ escrow: 'safe', keyNumber });
const fips = (keyNumber: number) => EncryptionProvider.aesCbcForFips({ escrow: 'safe', keyNumber });
const { NEW_CLUSTER, ENABLING, ENABLED, KEY_ADDED, KEY_PROMOTED, KEY_REMOVED } = EncryptionState;

const STEPS: readonly (readonly [EncryptionState, EncryptionState | undefined, boolean])[] = [
  [NEW_CLUSTER, undefined, false], [ENABLING, undefined, false], [ENABLED, ENABLING, false], [KEY_ADDED, ENABLED, true],
  [KEY_PROMOTED, KEY_ADDED, true], [KEY_REMOVED, KEY_PROMOTED, false],
];
const PAIRS = [[kms('new'), kms('old')], [kms('new'), key(1)], [key(2), key(1)], [fips(2), key(1)], [key(2), fips(1)]];
const WIDTHS: readonly Partial<EncryptedEtcdConfigProps>[] = [{}, { everything: true }, { moreResources: ['*.', '*.apps', 'pandas.bears.example'] }];
const VERSIONS = [KubernetesVersion.V1_28, KubernetesVersion.V1_30, KubernetesVersion.V1_31, KubernetesVersion.V1_37];

function bundleOf(props: EncryptedEtcdConfigProps, version: KubernetesVersion) {
  const app = new App();
  Session.of(app).settings = new Settings({ kubernetesVersion: version });
  return new EncryptedEtcdConfig(new Chart(app, 'cluster'), 'encryption', props).bundle;
}

const PLANS = STEPS.flatMap(([state, previousState, isTwo]) => PAIRS.flatMap(([provider, predecessor]) => WIDTHS.map(width => (
  { provider, predecessor: isTwo ? predecessor : undefined, state, previousState, controlPlaneNodes: 1, ...width }
))));
const ALL = PLANS.flatMap(plan => VERSIONS.map(version => ({ version, files: bundleOf(plan, version).files })));

/** The configuration as the API server gets it, once the node has put its keys in. */
const CONFIGURATIONS = ALL.map(({ files }) => {
  const { content } = files.find(({ path }) => path.endsWith('/encryption-config.yaml'))!;
  const text = content.replace(/__KEY\d+__/g, base64(32));
  return { text, json: yaml.parse(text) };
});
const KUBEADM = ALL.map(({ version, files }) => ({
  version, documents: yaml.parseAllDocuments(files.find(({ path }) => path.startsWith('/etc/kubernetes/kubeadm/'))!.content).map(each => each.toJS()),
}));

test('there are many configurations, and the API server would start with each', () => {
  expect(CONFIGURATIONS).toHaveLength(STEPS.length * PAIRS.length * WIDTHS.length * VERSIONS.length);
  expect(CONFIGURATIONS.flatMap(({ json }) => encryptionFaults(json))).toEqual([]);
});

test('none has metadata, which strict decoders refuse, and none stands among the manifests', () => {
  expect(CONFIGURATIONS.filter(({ json }) => Object.keys(json).sort().join() !== 'apiVersion,kind,resources')).toEqual([]);
  const chart = new Chart(new App(), 'cluster');
  new EncryptedEtcdConfig(chart, 'encryption', { provider: kms('new') });
  expect(Testing.synth(chart)).toEqual([]);
});

test('a KMS always says its version, since the default is the one that is off', () => {
  const providers = CONFIGURATIONS.flatMap(({ json }) => json.resources.flatMap((entry: any) => entry.providers));
  const all = providers.flatMap(provider => provider.kms ?? []);
  expect(new Set(all.map(({ apiVersion, cachesize }: any) => [apiVersion, cachesize].join()))).toEqual(new Set(['v2,']));
});

test('identity never writes but for events, and is read with only in the state that enables', () => {
  const first = CONFIGURATIONS.flatMap(({ json }) => json.resources.filter((entry: any) => entry.providers[0].identity !== undefined));
  expect(new Set(first.map(({ resources }: any) => resources.join()))).toEqual(new Set(['events']));
  const reading = CONFIGURATIONS.filter(({ json }) => json.resources.at(-1).providers.some((provider: any) => provider.identity !== undefined));
  expect(reading).toHaveLength(PAIRS.length * WIDTHS.length * VERSIONS.length);
});

test('identity first, wherever it comes from, is an error', () => {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36 });
  new ApiObject(new Chart(app, 'cluster'), 'configuration', {
    apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration', resources: [{ resources: ['secrets'], providers: [{ identity: {} }, { kms: {} }] }],
  } as any);
  expect(app.audit().map(({ rule }) => rule)).toContain('encryption-identity-not-first');
});

test('what encrypts stands in the last entry, where the CIS benchmark looks', () => {
  const last = CONFIGURATIONS.map(({ text }) => /^ +- (\w+):/m.exec(text.slice(text.lastIndexOf('providers:')))![1]);
  expect([...new Set(last)].sort()).toEqual(['aescbc', 'kms', 'secretbox']);
});

test('a wildcard stands behind what is narrower, and hides nothing', () => {
  expect(() => bundleOf({ provider: kms('new'), moreResources: ['*.apps', 'deployments.apps'] }, VERSIONS[0])).toThrow('names a resource beside a wildcard that holds it');
  const wide = CONFIGURATIONS.filter(({ json }) => json.resources.length > 1).map(({ json }) => json.resources.map(({ resources }: any) => resources.join()).join(' '));
  expect(new Set(wide)).toEqual(new Set(['events *.*']));
});

test('kubeadm gets the form of its version: v1beta4 with lists from 1.31, v1beta3 with maps before', () => {
  const forms = KUBEADM.map(({ version, documents: [{ apiVersion, apiServer: { extraArgs } }] }) => `${version.text} ${apiVersion} ${Array.isArray(extraArgs)}`);
  expect(new Set(forms)).toEqual(new Set([
    '1.28 kubeadm.k8s.io/v1beta3 false', '1.30 kubeadm.k8s.io/v1beta3 false', '1.31 kubeadm.k8s.io/v1beta4 true', '1.37 kubeadm.k8s.io/v1beta4 true',
  ]));
});

test('every directory that a flag or a socket needs is mounted, read-only', () => {
  for (const { documents: [{ apiServer: { extraVolumes } }] } of KUBEADM) {
    expect(extraVolumes.every(({ readOnly }: any) => readOnly)).toBe(true);
    expect(extraVolumes.map(({ mountPath }: any) => mountPath)).toContain('/etc/kubernetes/enc');
  }
  const mounts = KUBEADM.map(({ documents: [{ apiServer: { extraVolumes } }] }) => extraVolumes.map(({ mountPath }: any) => mountPath));
  expect(new Set(mounts.map(([, ...sockets]) => sockets.join()))).toEqual(new Set(['', '/run/kms/new', '/run/kms/new,/run/kms/old', '/run/kms/old,/run/kms/new']));
});

test('a probe is patched by its path alone, since the name of its port is another one from 1.34 on', () => {
  const probes = ALL.flatMap(({ version, files }) => {
    const [container] = yaml.parse(files.find(({ path }) => path.startsWith('/etc/kubernetes/patches/'))!.content).spec.containers;
    return ['livenessProbe', 'startupProbe', 'readinessProbe'].filter(name => container[name]).map(name => `${version.text} ${name} ${JSON.stringify(container[name])}`);
  });
  const patch = '{"httpGet":{"path":"/livez?exclude=kms-providers"}}';
  expect(new Set(probes)).toEqual(new Set([`1.28 livenessProbe ${patch}`, `1.28 startupProbe ${patch}`]));
});

test('the file is replaced by another one and never written into: the API server reads it at any moment', () => {
  const scripts = new Set(ALL.flatMap(({ files }) => files.filter(({ path }) => path.endsWith('.sh')).map(({ content }) => content)));
  expect(scripts.size).toBe(5);
  for (const script of scripts) {
    expect(script).toContain('mv -f "$new" "$config"');
    expect(script).not.toMatch(/>>? *"?\$config/);
  }
});

test('a key that a node makes is refused for more than one node, whatever the state', () => {
  for (const [state, previousState, isTwo] of STEPS) {
    const props = { provider: key(2), predecessor: isTwo ? key(1) : undefined, state, previousState };
    expect(() => bundleOf({ ...props, controlPlaneNodes: 3 }, VERSIONS[3])).toThrow('is made on one node, and the API servers of the others could read nothing that it encrypts');
  }
});

test('user-data, which anybody on the node may ask for, has no key, and neither has the configuration of RKE2', () => {
  const rke2 = [key(1), fips(1), kms('new')].flatMap(provider => bundleOf({ provider, distribution: ControlPlaneDistribution.RKE2 }, VERSIONS[3]).files);
  const all = [...ALL.flatMap(({ files }) => files), ...rke2].map(({ content }) => content);
  expect(all.filter(text => /(?:secret|key): *[A-Za-z0-9+/]{22,}/.test(text))).toEqual([]);
});
