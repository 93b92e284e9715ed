import type { EncryptionPlan } from '../../src/controlplane/encryption-configuration';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';
import { checkRke2, rke2Configuration, rke2KmsConfiguration } from '../../src/controlplane/rke2-files';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const SECRETBOX = EncryptionProvider.secretbox({ escrow: 'safe' });
const FIPS = EncryptionProvider.aesCbcForFips({ escrow: 'safe' });
const KMS = EncryptionProvider.kmsV2({ name: 'cloud', socket: '/run/kms/a/s.sock' });
const BASE: EncryptionPlan = { provider: SECRETBOX, state: EncryptionState.NEW_CLUSTER, moreResources: [], everything: false };
const plan = (changes: Partial<EncryptionPlan> = {}): EncryptionPlan => ({ ...BASE, ...changes });

test('RKE2 is told the provider, from the version that can be', () => {
  expect(rke2Configuration(KubernetesVersion.V1_30, plan())).toBe('secrets-encryption-provider: secretbox\n');
  expect(rke2Configuration(KubernetesVersion.V1_36, plan({ provider: FIPS }))).toBe('secrets-encryption-provider: aescbc\n');
  expect(rke2Configuration(KubernetesVersion.V1_29, plan({ provider: FIPS }))).toBeUndefined();
  expect([checkRke2(KubernetesVersion.V1_36, plan()), checkRke2(KubernetesVersion.V1_28, plan({ provider: FIPS }))]).toEqual([undefined, undefined]);
});

test.each([
  ['a KMS in a cluster that runs', { provider: KMS, state: EncryptionState.ENABLING }, 'RKE2 has encrypted since its first start, with a key of its own: got "enabling", expected new-cluster, in a cluster that has not started yet; begin a new cluster with the KMS, and restore what the old one held from its manifests'],
  ['a KMS after a key of RKE2', { provider: KMS, predecessor: SECRETBOX, state: EncryptionState.KEY_ADDED }, 'RKE2 keeps its own keys where no configuration of ours can name them: got "secretbox:key1", expected KMS providers alone; begin a new cluster with the KMS'],
  ['everything', { everything: true }, 'RKE2 encrypts Secrets, and nothing else: got "everything", expected no more resources; leave them out, or install the control plane with kubeadm'],
  ['more resources', { moreResources: ['*.apps'] }, 'RKE2 encrypts Secrets, and nothing else: got ["*.apps"]'],
  ['another state', { state: EncryptionState.ENABLING }, 'RKE2 changes its keys itself: got "enabling, secretbox:key1", expected new-cluster, without keyNumber; run rke2 secrets-encrypt rotate-keys on one of its servers, and leave these props as they are'],
  ['another key', { provider: EncryptionProvider.secretbox({ escrow: 'safe', keyNumber: 2 }) }, 'RKE2 changes its keys itself: got "new-cluster, secretbox:key2"'],
])('%s is refused', (_, changes, message) => {
  expect(() => checkRke2(KubernetesVersion.V1_36, plan(changes))).toThrow(message);
});

test('with a KMS, RKE2 starts its API server with our configuration, and the lists of other files stay', () => {
  expect(rke2KmsConfiguration({
    flags: { 'encryption-provider-config-automatic-reload': 'true', 'encryption-provider-config': '/etc/kubernetes/enc/encryption-config.yaml' },
    volumes: [{ name: 'a', path: '/etc/kubernetes/enc', readOnly: true, type: 'Directory' }, { name: 'b', path: '/srv/x', readOnly: false, type: 'Directory' }],
  })).toBe(`kube-apiserver-arg+:
  - encryption-provider-config-automatic-reload=true
  - encryption-provider-config=/etc/kubernetes/enc/encryption-config.yaml
kube-apiserver-extra-mount+:
  - /etc/kubernetes/enc:/etc/kubernetes/enc:ro
  - /srv/x:/srv/x
`);
  const other = EncryptionProvider.kmsV2({ name: 'other', socket: '/run/kms/b/s.sock' });
  const allowed = [plan({ provider: KMS, everything: true }), plan({ provider: KMS, predecessor: other, state: EncryptionState.KEY_PROMOTED, moreResources: ['*.apps'] })];
  expect(allowed.map(each => checkRke2(KubernetesVersion.V1_29, each))).toEqual([undefined, undefined]);
  expect(() => checkRke2(KubernetesVersion.V1_28, plan({ provider: KMS }))).toThrow('RKE2 of this version restarts its API server while the KMS is away, and then no Secret is read: got "1.28", expected 1.29 or newer; upgrade first');
});

test('a version without the choice is refused', () => {
  expect(() => checkRke2(KubernetesVersion.V1_29, plan())).toThrow('RKE2 of this version has AES-CBC alone: got "1.29", expected 1.30 or newer; upgrade, or write EncryptionProvider.aesCbcForFips where FIPS 140 is demanded');
});
