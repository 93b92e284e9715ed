import type { EncryptionPlan } from '../../src/controlplane/encryption-configuration';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';
import { checkRke2, rke2Configuration } from '../../src/controlplane/rke2-files';
import { KubernetesVersion } from '../../src/kube/kubernetes-version';

const SECRETBOX = EncryptionProvider.secretbox({ escrow: 'safe' });
const FIPS = EncryptionProvider.aesCbcForFips({ escrow: 'safe' });
const BASE: EncryptionPlan = { provider: SECRETBOX, state: EncryptionState.NEW_CLUSTER, moreResources: [], everything: false };
const plan = (changes: Partial<EncryptionPlan> = {}): EncryptionPlan => ({ ...BASE, ...changes });

test('RKE2 is told the provider, from the version that can be', () => {
  expect(rke2Configuration(KubernetesVersion.V1_30, plan())).toBe('secrets-encryption-provider: secretbox\n');
  expect(rke2Configuration(KubernetesVersion.V1_36, plan({ provider: FIPS }))).toBe('secrets-encryption-provider: aescbc\n');
  expect(rke2Configuration(KubernetesVersion.V1_29, plan({ provider: FIPS }))).toBeUndefined();
  expect([checkRke2(KubernetesVersion.V1_36, plan()), checkRke2(KubernetesVersion.V1_28, plan({ provider: FIPS }))]).toEqual([undefined, undefined]);
});

test.each([
  ['a KMS', { provider: EncryptionProvider.kmsV2({ name: 'cloud', socket: '/run/kms/a/s.sock' }) }, 'RKE2 keeps its keys itself, and calls no KMS: got "kms:cloud", expected EncryptionProvider.secretbox; write it, or install the control plane with kubeadm'],
  ['everything', { everything: true }, 'RKE2 encrypts Secrets, and nothing else: got "everything", expected no more resources; leave them out, or install the control plane with kubeadm'],
  ['more resources', { moreResources: ['*.apps'] }, 'RKE2 encrypts Secrets, and nothing else: got ["*.apps"]'],
  ['another state', { state: EncryptionState.ENABLING }, 'RKE2 changes its keys itself: got "enabling, secretbox:key1", expected new-cluster, without keyNumber; run rke2 secrets-encrypt rotate-keys on one of its servers, and leave these props as they are'],
  ['another key', { provider: EncryptionProvider.secretbox({ escrow: 'safe', keyNumber: 2 }) }, 'RKE2 changes its keys itself: got "new-cluster, secretbox:key2"'],
])('%s is refused', (_, changes, message) => {
  expect(() => checkRke2(KubernetesVersion.V1_36, plan(changes))).toThrow(message);
});

test('a version without the choice is refused', () => {
  expect(() => checkRke2(KubernetesVersion.V1_29, plan())).toThrow('RKE2 of this version has AES-CBC alone: got "1.29", expected 1.30 or newer; upgrade, or write EncryptionProvider.aesCbcForFips where FIPS 140 is demanded');
});
