import { ApiObject, App, Chart } from 'cdk8s';
import * as yaml from 'yaml';
import { SecureApp } from '../../src/app/secure-app';
import { ControlPlaneDistribution } from '../../src/controlplane/distribution';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { KmsPluginPod } from '../../src/controlplane/kms-plugin-pod';
import { KmsPluginPodProps } from '../../src/controlplane/kms-plugin-props';
import { NodeRole } from '../../src/host/node-role';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const IMAGE = `registry.example.com/kms/plugin:1.0@sha256:${'a'.repeat(64)}`;
const SOCKET = '/var/run/kmsplugin/socket.sock';
const PROPS: KmsPluginPodProps = {
  provider: EncryptionProvider.kmsV2({ name: 'cloud', socket: SOCKET }), image: IMAGE, args: [`--listen=${SOCKET}`], healthPort: 8083,
};
const plugin = (props: Partial<Record<keyof KmsPluginPodProps, unknown>> = {}, id = 'kms-plugin', trusted?: string[]) => {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36, trustedRegistries: trusted });
  return new KmsPluginPod(new Chart(app, 'cluster'), id, { ...PROPS, ...props } as KmsPluginPodProps);
};
const manifest = (made: KmsPluginPod) => yaml.parse(made.bundle.files.find(({ path }) => path.endsWith('.yaml'))!.content);

test('the kubelet finds the pod, and the unit that makes its directory', () => {
  const made = plugin();
  expect(made.bundle.files.map(({ path, mode }) => [path, mode])).toEqual([['/etc/kubernetes/manifests/kms-plugin.yaml', '0600'], ['/etc/systemd/system/k8s-kms-plugin.service', '0644']]);
  expect(yaml.parse(made.bundle.toCloudInit()).runcmd).toEqual([['systemctl', 'daemon-reload'], ['systemctl', 'enable', '--now', 'k8s-kms-plugin.service']]);
  expect(made.bundle.files[1].content).toContain('Before=kubelet.service\n');
});

test('RKE2 has another directory and another service', () => {
  const { bundle } = plugin({ distribution: ControlPlaneDistribution.RKE2 });
  expect(bundle.files.map(({ path }) => path)).toEqual(['/etc/systemd/system/k8s-kms-plugin.service', '/var/lib/rancher/rke2/agent/pod-manifests/kms-plugin.yaml']);
  expect(bundle.files[0].content).toContain('Before=rke2-server.service\n');
});

test('each prop has its place', () => {
  const { spec } = manifest(plugin({ command: ['/kms'], env: { REGION: 'a' }, user: 65532, cpu: '1', memory: '1Gi', healthPath: '/livez', readOnlyPaths: ['/etc/kms'] }));
  const [container] = spec.containers;
  expect([spec.securityContext.runAsUser, spec.securityContext.runAsGroup]).toEqual([65532, 65532]);
  expect([container.command, container.env, container.resources, container.livenessProbe.httpGet.path]).toEqual([
    ['/kms'], [{ name: 'REGION', value: 'a' }], { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '1Gi' } }, '/livez',
  ]);
  expect(container.volumeMounts[1]).toEqual({ name: 'read-1', mountPath: '/etc/kms', readOnly: true });
});

test('the nodes of another role get it where that is said', () => {
  expect([plugin(), plugin({ role: NodeRole.named('edge') })].map(({ bundle }) => bundle.role.name)).toEqual(['control-plane', 'edge']);
});

test('it names no object of the API, which a static pod must not', () => {
  const text = JSON.stringify(manifest(plugin({ env: { REGION: 'a' }, readOnlyPaths: ['/etc/kms'] })));
  for (const field of ['serviceAccount"', 'serviceAccountName', 'imagePullSecrets', 'secret', 'configMap', 'valueFrom', 'envFrom', 'projected', 'csi', 'persistentVolumeClaim', 'resourceClaims']) {
    expect(text).not.toContain(field);
  }
});

test('as an object it would depart from the rules only where a static pod of the node must', () => {
  const app = new SecureApp({ kubernetesVersion: KubernetesVersion.V1_36 });
  new ApiObject(new Chart(app, 'cluster'), 'pod', manifest(plugin()));
  expect([...new Set(app.audit().map(({ rule }) => rule))].sort()).toEqual([
    // The network of the node, asked at loopback, and the directory of the socket.
    'cpu-limit-set', 'default-service-account-unused', 'ephemeral-storage-limit-set', 'handler-host-unset', 'host-network-off', 'host-path-read-only',
    'host-path-unused', 'namespace-not-default', 'pod-owned', 'priority-class-not-system', 'probe-ports-declared', 'volume-types-restricted',
  ]);
});

test('nothing of it is a manifest', () => {
  const made = plugin();
  expect((made.node.root as App).synthYaml()).toBe('');
});

test.each<[string, Partial<Record<keyof KmsPluginPodProps, unknown>>, string]>([
  ['a provider without a socket', { provider: EncryptionProvider.secretbox({ escrow: 'safe' }) }, 'provider of KMS plugin kms-plugin: expected a provider with a socket; give it the EncryptionProvider.kmsV2(…) that EncryptedEtcdConfig has'],
  ['a provider that is a text', { provider: 'kms' }, 'provider of KMS plugin kms-plugin: expected a provider with a socket'],
  ['a socket that the plugin is not told', { args: ['--listen=/tmp/kms.sock'] }, 'no argument of KMS plugin kms-plugin names its socket: expected /var/run/kmsplugin/socket.sock; tell the plugin to listen there: the API server asks nowhere else'],
  ['an image by its tag', { image: 'registry.example.com/kms/plugin:1.0' }, 'image of KMS plugin kms-plugin is pulled only where it is missing'],
  ['arguments that are a text', { args: `--listen=${SOCKET}` }, `args of KMS plugin kms-plugin: got "--listen=${SOCKET}", expected a list`],
  ['an argument that is a number', { args: [SOCKET, 7] }, 'argument of KMS plugin kms-plugin: expected a text without NUL'],
  ['root', { user: 0 }, 'user of KMS plugin kms-plugin: got 0, expected 1 to'],
  ['a port that is none', { healthPort: 0 }, 'healthPort of KMS plugin kms-plugin: got 0, expected a whole number from 1 to 65535'],
  ['a path that is none', { healthPath: 'healthz' }, 'healthPath of KMS plugin kms-plugin: got "healthz", expected a path; write it like /healthz'],
  ['a path with parts above', { readOnlyPaths: ['/etc/../root'] }, 'path that KMS plugin kms-plugin reads: got "/etc/../root", expected an absolute path'],
  ['memory that is none', { memory: 'much' }, 'memory of KMS plugin kms-plugin: got "much", expected a Kubernetes quantity'],
  ['cpu that is none', { cpu: 'much' }, 'cpu of KMS plugin kms-plugin: got "much", expected a Kubernetes quantity'],
  ['a credential in the environment', { env: { VAULT_TOKEN: 'x' } }, 'environment variable VAULT_TOKEN of KMS plugin kms-plugin looks like a credential'],
  ['a KMS of the cluster', { args: [`--listen=${SOCKET}`, '--address=https://vault.vault.svc:8200'] }, 'the KMS of KMS plugin kms-plugin runs in the cluster whose keys it holds'],
  ['another distribution', { distribution: 'kops' }, 'distribution of the control plane: got "kops", expected one of kubeadm, rke2; correct it'],
])('%s is refused', (_, props, message) => {
  expect(() => plugin(props)).toThrow(message);
});

test('an id that is no name of a pod, and a registry that the app does not trust, are refused', () => {
  expect(() => plugin({}, 'KMS')).toThrow('id of a KmsPluginPod, which is the name of its pod: got "KMS", expected a DNS label');
  expect(() => plugin({}, 'kms', ['ghcr.io/acme'])).toThrow('image of KMS plugin kms comes from a registry that the app does not trust');
});

test('the socket may be named in the environment too', () => {
  expect(manifest(plugin({ args: [], env: { LISTEN: `unix://${SOCKET}` } })).spec.containers[0].env).toEqual([{ name: 'LISTEN', value: `unix://${SOCKET}` }]);
});
