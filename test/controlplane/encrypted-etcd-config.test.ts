import { App, Chart, Testing } from 'cdk8s';
import * as yaml from 'yaml';
import { ControlPlaneDistribution } from '../../src/controlplane/distribution';
import { EncryptedEtcdConfig } from '../../src/controlplane/encrypted-etcd-config';
import { EncryptedEtcdConfigProps } from '../../src/controlplane/encrypted-etcd-props';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';
import { encryptionFaults } from '../../src/controlplane/encryption-validation';
import { NodeFiles } from '../../src/host/node-files';
import { NodeRole } from '../../src/host/node-role';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';
import { Session } from '../../src/policy/session';
import { Settings } from '../../src/policy/settings';
import { base64 } from '../kube/key-material';

const KMS = EncryptionProvider.kmsV2({ name: 'cloud', socket: '/var/run/kmsplugin/socket.sock' });
const KEY1 = EncryptionProvider.secretbox({ escrow: 'safe of the team' });
const KEY2 = EncryptionProvider.secretbox({ escrow: 'safe of the team', keyNumber: 2 });

function config(props: Partial<EncryptedEtcdConfigProps> = {}, version = KubernetesVersion.V1_36): EncryptedEtcdConfig {
  const app = new App();
  Session.of(app).settings = new Settings({ kubernetesVersion: version });
  return new EncryptedEtcdConfig(new Chart(app, 'cluster'), 'encryption', { provider: KMS, ...props });
}
const files = (props?: Partial<EncryptedEtcdConfigProps>, version?: KubernetesVersion) => (
  Object.fromEntries(config(props, version).bundle.files.map(({ path, content, mode }) => [path, { content, mode }]))
);
const LOCAL: Partial<EncryptedEtcdConfigProps> = { provider: KEY1, controlPlaneNodes: 1 };

test('with a KMS the whole configuration stands in a file, beside what kubeadm needs', () => {
  const made = files();
  expect(Object.entries(made).map(([path, { mode }]) => [path, mode])).toEqual([
    ['/etc/kubernetes/enc/encryption-config.yaml', '0600'],
    ['/etc/kubernetes/kubeadm/encryption-at-rest.yaml', '0600'],
    ['/etc/kubernetes/patches/kube-apiserver0+strategic.yaml', '0600'],
  ]);
  const json = yaml.parse(made['/etc/kubernetes/enc/encryption-config.yaml'].content);
  expect(json.resources).toEqual([{
    resources: ['configmaps', 'secrets'],
    providers: [{ kms: { apiVersion: 'v2', name: 'cloud', endpoint: 'unix:///var/run/kmsplugin/socket.sock', timeout: '3000ms' } }],
  }]);
  expect(encryptionFaults(json)).toEqual([]);
  const patch = yaml.parse(made['/etc/kubernetes/patches/kube-apiserver0+strategic.yaml'].content);
  expect(patch.spec.volumes).toEqual([
    { hostPath: { path: '/etc/kubernetes/enc', type: 'Directory' }, name: 'k8s-enc' },
    { hostPath: { path: '/var/run/kmsplugin', type: 'DirectoryOrCreate' }, name: 'k8s-kms-1' },
  ]);
});

test('a KMS that is away restarts no API server: 1.28 has to be told, later ones leave it out of /livez themselves', () => {
  const patch = (version: KubernetesVersion, props = {}) => yaml.parse(files(props, version)['/etc/kubernetes/patches/kube-apiserver0+strategic.yaml'].content);
  const probes = (version: KubernetesVersion, props = {}) => {
    const { livenessProbe, startupProbe } = patch(version, props).spec.containers[0];
    return [livenessProbe, startupProbe];
  };
  const probe = { httpGet: { path: '/livez?exclude=kms-providers' } };
  expect(probes(KubernetesVersion.V1_28)).toEqual([probe, probe]);
  expect(probes(KubernetesVersion.V1_29)).toEqual([undefined, undefined]);
  expect(probes(KubernetesVersion.V1_28, LOCAL)).toEqual([undefined, undefined]);
});

test('the form is that of the target version', () => {
  const apiVersion = (version: KubernetesVersion) => yaml.parseAllDocuments(files({}, version)['/etc/kubernetes/kubeadm/encryption-at-rest.yaml'].content)[0].toJS().apiVersion;
  expect([KubernetesVersion.V1_30, KubernetesVersion.V1_31].map(apiVersion)).toEqual(['kubeadm.k8s.io/v1beta3', 'kubeadm.k8s.io/v1beta4']);
});

test('a key that the node makes is in no file: a script, its unit and the kubelet\'s need of it are', () => {
  const made = files(LOCAL);
  expect(Object.entries(made).map(([path, { mode }]) => [path, mode])).toEqual([
    ['/etc/kubernetes/enc-source/encryption-config.yaml', '0600'],
    ['/etc/kubernetes/enc-source/make-encryption-config.sh', '0700'],
    ['/etc/kubernetes/kubeadm/encryption-at-rest.yaml', '0600'],
    ['/etc/kubernetes/patches/kube-apiserver0+strategic.yaml', '0600'],
    ['/etc/systemd/system/k8s-encryption-at-rest.service', '0644'],
    ['/etc/systemd/system/kubelet.service.d/05-encryption-at-rest.conf', '0644'],
  ]);
  expect(made['/etc/kubernetes/enc-source/encryption-config.yaml'].content).toContain('secret: __KEY1__\n');
  expect(yaml.parse(config(LOCAL).bundle.toCloudInit()).runcmd).toEqual([['systemctl', 'daemon-reload'], ['systemctl', 'enable', '--now', 'k8s-encryption-at-rest.service']]);
  expect(Object.keys(yaml.parse(made['/etc/kubernetes/patches/kube-apiserver0+strategic.yaml'].content).spec.containers[0])).toEqual(['name', 'volumeMounts']);
});

test('the runbook of the state stands beside the files, and nothing among the manifests', () => {
  const made = config({ ...LOCAL, etcdDirectory: '/srv/etcd', state: EncryptionState.ENABLING });
  expect(Testing.synth(Chart.of(made))).toEqual([]);
  const [[name, text]] = NodeFiles.of(made).sets.get('control-plane')!.documents;
  expect([name, text.split('\n')[0], text.includes('etcd has data in /srv/etcd')]).toEqual(['encryption-at-rest.md', '# Encryption at rest: enabling', true]);
  expect([...NodeFiles.of(made).output.keys()].filter(file => !file.includes('/root/'))).toEqual([
    'control-plane/encryption-at-rest.md', 'control-plane/user-data', 'control-plane/ignition.json', 'control-plane/cluster-api.yaml',
  ]);
});

test('a cluster of one node goes over to a KMS with both of them in play', () => {
  const made = files({ predecessor: KEY1, state: EncryptionState.KEY_PROMOTED, previousState: EncryptionState.KEY_ADDED, controlPlaneNodes: 1 });
  expect(yaml.parse(made['/etc/kubernetes/enc-source/encryption-config.yaml'].content).resources[0].providers.map((each: any) => Object.keys(each)[0])).toEqual(['kms', 'secretbox']);
  expect(yaml.parse(made['/etc/kubernetes/patches/kube-apiserver0+strategic.yaml'].content).spec.containers[0].volumeMounts).toHaveLength(2);
});

test('one app can describe several clusters, each with its nodes', () => {
  const made = config({ ...LOCAL, role: NodeRole.named('edge') });
  new EncryptedEtcdConfig(Chart.of(made), 'second', { provider: KMS });
  expect([...NodeFiles.of(made).sets].map(([role, { files: [{ path }] }]) => [role, path])).toEqual([
    ['edge', '/etc/kubernetes/enc-source/encryption-config.yaml'], ['control-plane', '/etc/kubernetes/enc/encryption-config.yaml'],
  ]);
});

test('a KMS at an address of the cluster is refused, as a predecessor too', () => {
  const inside = EncryptionProvider.kmsV2({ name: 'inside', socket: '/run/kms/a/s.sock', upstream: 'https://10.96.0.9:8200' });
  const make = (props: EncryptedEtcdConfigProps, clusterCidrs: string[]) => {
    const app = new App();
    Session.of(app).settings = new Settings({ clusterCidrs });
    return new EncryptedEtcdConfig(new Chart(app, 'cluster'), 'encryption', props);
  };
  const rotation = { provider: KMS, predecessor: inside, state: EncryptionState.KEY_ADDED, previousState: EncryptionState.ENABLED };
  for (const props of [{ provider: inside }, rotation]) {
    expect(() => make(props, ['10.96.0.0/16'])).toThrow('the KMS runs in the cluster whose keys it holds: got "10.96.0.9", expected a KMS outside of it');
    expect(make(props, ['10.97.0.0/16']).bundle.files.length).toBeGreaterThan(2);
  }
});

test('two KMS in one directory are one mount', () => {
  const other = EncryptionProvider.kmsV2({ name: 'other', socket: '/var/run/kmsplugin/other.sock' });
  const made = files({ predecessor: other, state: EncryptionState.KEY_ADDED, previousState: EncryptionState.ENABLED });
  expect(yaml.parse(made['/etc/kubernetes/patches/kube-apiserver0+strategic.yaml'].content).spec.volumes.map(({ name }: any) => name)).toEqual(['k8s-enc', 'k8s-kms-1']);
});

test('RKE2 has a setting and a runbook of its own, for any number of servers', () => {
  const made = config({ provider: KEY1, distribution: ControlPlaneDistribution.RKE2 });
  expect(made.bundle.files).toEqual([{
    path: '/etc/rancher/rke2/config.yaml.d/60-encryption-at-rest.yaml', content: 'secrets-encryption-provider: secretbox\n', mode: '0600', owner: 'root:root',
  }]);
  expect(NodeFiles.of(made).sets.get('control-plane')!.documents.map(([, text]) => text.split('\n')[0])).toEqual(['# Encryption at rest: RKE2']);
  const fips = EncryptionProvider.aesCbcForFips({ escrow: 'safe' });
  expect(config({ provider: fips, distribution: ControlPlaneDistribution.RKE2 }, KubernetesVersion.V1_29).bundle.files).toEqual([]);
});

test('with a KMS, RKE2 is given the configuration and the directory of the socket', () => {
  const made = config({ distribution: ControlPlaneDistribution.RKE2, moreResources: ['*.apps'] });
  expect(made.bundle.files.map(({ path }) => path)).toEqual(['/etc/kubernetes/enc/encryption-config.yaml', '/etc/rancher/rke2/config.yaml.d/60-encryption-at-rest.yaml']);
  expect(yaml.parse(made.bundle.files[1].content)).toEqual({
    'kube-apiserver-arg+': ['encryption-provider-config-automatic-reload=true', 'encryption-provider-config=/etc/kubernetes/enc/encryption-config.yaml'],
    'kube-apiserver-extra-mount+': ['/etc/kubernetes/enc:/etc/kubernetes/enc:ro', '/var/run/kmsplugin:/var/run/kmsplugin:ro'],
  });
  const [[, text]] = NodeFiles.of(made).sets.get('control-plane')!.documents;
  expect(text).toContain('before `rke2-server` starts there for the first time');
});

test('with Cluster API, three nodes get one key from a Secret, and what is written only names it', () => {
  const made = config({ provider: KEY1, clusterApiSecret: 'shop-encryption' });
  const { files: brought } = yaml.parse(made.bundle.toClusterApi());
  expect(brought).toEqual([
    { path: '/etc/kubernetes/enc/encryption-config.yaml', owner: 'root:root', permissions: '0600', contentFrom: { secret: { name: expect.stringMatching(/^shop-encryption-[0-9a-f]{10}$/), key: 'encryption-config.yaml' } } },
    { path: '/etc/kubernetes/patches/kube-apiserver0+strategic.yaml', owner: 'root:root', permissions: '0600', content: expect.stringContaining('kube-apiserver') },
  ]);
  const [[, text]] = NodeFiles.of(made).sets.get('control-plane')!.documents;
  expect(text).toContain(`kubectl create secret generic ${brought[0].contentFrom.secret.name} `);
  expect(yaml.parse(/```yaml\n([^]*?)```/.exec(text)![1]).clusterConfiguration.apiServer.extraArgs[0]).toEqual({ name: 'encryption-provider-config', value: '/etc/kubernetes/enc/encryption-config.yaml' });
  expect([...NodeFiles.of(made).output.keys()].filter(file => !file.includes('/root/'))).toEqual(['control-plane/encryption-at-rest.md', 'control-plane/cluster-api.yaml']);
});

test('what the cluster rewrites by itself stands in a file in the states that rewrite, and with a KMS always', () => {
  const REWRITE = '/etc/kubernetes/enc-source/storage-version-migrations.yaml';
  const rotation = { predecessor: KEY1, provider: KEY2, controlPlaneNodes: 1 };
  const { ENABLING, KEY_PROMOTED } = EncryptionState;
  const has = (props: Partial<EncryptedEtcdConfigProps>, version = KubernetesVersion.V1_37) => files(props, version)[REWRITE] !== undefined;
  expect([
    has(LOCAL), has({ ...LOCAL, state: ENABLING }), has({ ...rotation, state: KEY_ADDED, previousState: NEW_CLUSTER }),
    has({ ...rotation, state: KEY_PROMOTED, previousState: KEY_ADDED }), has({}),
  ]).toEqual([false, true, false, true, true]);
  const [wanted, unwanted] = [true, false].map(storageVersionMigration => ({ storageVersionMigration }));
  expect([has({}, KubernetesVersion.V1_36), has(wanted, KubernetesVersion.V1_36), has(unwanted)]).toEqual([false, true, false]);
  const objects = yaml.parseAllDocuments(files({}, KubernetesVersion.V1_37)[REWRITE].content).map(each => each.toJS());
  expect(objects.map(({ spec }) => spec.resource.resource)).toEqual(['configmaps', 'secrets']);
});

const { KEY_ADDED, NEW_CLUSTER } = EncryptionState;
test.each<[string, Partial<Record<keyof EncryptedEtcdConfigProps, unknown>>, string]>([
  ['a key of one node for three', { provider: KEY1 }, 'secretbox:key1 is made on one node, and the API servers of the others could read nothing that it encrypts: got "3 control-plane nodes", expected controlPlaneNodes: 1; use EncryptionProvider.kmsV2, a clusterApiSecret, or RKE2, which carries its keys; a cluster of one node goes over to a KMS first, and grows then'],
  ['a predecessor of one node for three', { predecessor: KEY1, state: KEY_ADDED, previousState: NEW_CLUSTER, controlPlaneNodes: 2 }, 'secretbox:key1 is made on one node'],
  ['half a node', { controlPlaneNodes: 0.5 }, 'controlPlaneNodes: got 0.5, expected a whole number from 1; correct it'],
  ['a provider that is a text', { provider: 'kms' }, 'provider of the encryption: expected an EncryptionProvider; write EncryptionProvider.kmsV2(…) or EncryptionProvider.secretbox(…)'],
  ['a predecessor that is a text', { predecessor: 'kms', state: KEY_ADDED, previousState: NEW_CLUSTER }, 'predecessor of the encryption: expected an EncryptionProvider'],
  ['a state that leaves one out', { ...LOCAL, provider: KEY2, predecessor: KEY1, state: EncryptionState.KEY_PROMOTED, previousState: NEW_CLUSTER }, 'previousState of the encryption in the state key-promoted: got "new-cluster", expected key-added'],
  ['a rotation from nothing', { state: KEY_ADDED, previousState: NEW_CLUSTER }, 'predecessor of the encryption in the state key-added: got undefined, expected the key or provider that has written until now; name it, so that what it wrote can be read'],
  ['a predecessor in a state without one', { predecessor: KEY1 }, 'predecessor of the encryption in the state new-cluster: got "secretbox:key1", expected none; leave it out'],
  ['a rotation to the same key', { ...LOCAL, predecessor: KEY1, state: KEY_ADDED, previousState: NEW_CLUSTER }, 'the predecessor of the encryption is its provider: got "secretbox:key1", expected another key; raise keyNumber, or give the new KMS provider another name'],
  ['one key for two ways to encrypt', { ...LOCAL, predecessor: EncryptionProvider.aesCbcForFips({ escrow: 'safe' }), state: KEY_ADDED, previousState: NEW_CLUSTER }, 'predecessor and provider of the encryption have one key: got ["aescbc:key1","secretbox:key1"], expected a key for each: what is safe with one way to encrypt need not be with two; raise keyNumber'],
  ['a resource that is no name', { moreResources: ['apps/deployments'] }, 'resource to encrypt: got "apps/deployments", expected a plural name, with its group behind a dot; write it like pandas.bears.example'],
  ['a resource that would be refused at start', { moreResources: ['events.events.k8s.io'] }, 'the API server would not start with this encryption: "events.events.k8s.io" is stored as "events"'],
  ['Secrets once more', { moreResources: ['deployments.apps', '*.apps'] }, 'the API server would not start with this encryption'],
  ['more than everything', { everything: true, moreResources: ['*.apps'] }, 'moreResources beside everything: got ["*.apps"], expected one of both; leave moreResources out'],
  ['another distribution', { distribution: 'kops' }, 'distribution of the control plane: got "kops", expected one of kubeadm, rke2; correct it'],
  ['a directory that is a key', { etcdDirectory: `/${base64(24).replace(/[+/]/g, 'x')}` }, 'etcdDirectory looks like a key'],
  ['a directory that ends the text of the script', { etcdDirectory: '/srv/$(reboot)' }, 'etcdDirectory: got "/srv/$(reboot)", expected a path of letters, digits, dots and hyphens; choose another one'],
  ['a KMS with RKE2 that runs', { distribution: ControlPlaneDistribution.RKE2, state: EncryptionState.ENABLING }, 'RKE2 has encrypted since its first start, with a key of its own'],
  ['a Secret of Cluster API without a key', { clusterApiSecret: 'shop' }, 'clusterApiSecret for a configuration without keys'],
  ['a rewrite by yes', { storageVersionMigration: 'yes' }, 'storageVersionMigration: got "yes", expected true or false; write it without quotes'],
])('%s is refused', (_, props, message) => {
  expect(() => config(props as Partial<EncryptedEtcdConfigProps>)).toThrow(message);
});
