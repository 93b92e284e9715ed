import { App, Chart } from 'cdk8s';
import { ControlPlaneDistribution } from '../../../src/controlplane/distribution';
import { EncryptedEtcdConfig } from '../../../src/controlplane/encrypted-etcd-config';
import type { EncryptedEtcdConfigProps } from '../../../src/controlplane/encrypted-etcd-props';
import { EncryptionProvider } from '../../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../../src/controlplane/encryption-state';
import { KmsPluginPod } from '../../../src/controlplane/kms-plugin-pod';
import type { NodeFileBundle } from '../../../src/host/node-file-bundle';
import { KubernetesVersion } from '../../../src/kube/kubernetes-version';
import { Session } from '../../../src/policy/session';
import { Settings } from '../../../src/policy/settings';

const SOCKET = '/var/run/kmsplugin/socket.sock';
const KMS = EncryptionProvider.kmsV2({ name: 'cloud', socket: SOCKET });
const KEY1 = EncryptionProvider.secretbox({ escrow: 'safe of the team' });

function chart(version = KubernetesVersion.V1_37): Chart {
  const app = new App();
  Session.of(app).settings = new Settings({ kubernetesVersion: version });
  return new Chart(app, 'cluster');
}

const encryption = (props: EncryptedEtcdConfigProps) => new EncryptedEtcdConfig(chart(), 'encryption', props).bundle;

/** The plugin as a static pod. */
export function pluginBundle(): NodeFileBundle {
  return new KmsPluginPod(chart(), 'kms-plugin', {
    provider: KMS,
    image: `registry.example.com/kms/plugin:1.0@sha256:${'a'.repeat(64)}`,
    args: [`--listen=${SOCKET}`],
    env: { REGION: 'eu-central-1' },
    readOnlyPaths: ['/etc/ssl/certs'],
    healthPort: 8083,
  }).bundle;
}

/** One bundle of each kind. */
export function bundles(): ReadonlyMap<string, NodeFileBundle> {
  const { KEY_PROMOTED, KEY_ADDED } = EncryptionState;
  return new Map([
    ['a KMS', encryption({ provider: KMS })],
    ['a key of the node', encryption({ provider: KEY1, controlPlaneNodes: 1, state: EncryptionState.ENABLING })],
    ['a key of the node that a KMS takes over from', encryption({ provider: KMS, predecessor: KEY1, state: KEY_PROMOTED, previousState: KEY_ADDED, controlPlaneNodes: 1 })],
    ['RKE2 with its own key', encryption({ provider: KEY1, distribution: ControlPlaneDistribution.RKE2 })],
    ['RKE2 with a KMS', encryption({ provider: KMS, distribution: ControlPlaneDistribution.RKE2 })],
    ['the plugin of a KMS', pluginBundle()],
  ]);
}
