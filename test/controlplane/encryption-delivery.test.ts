import type { EncryptionPlan } from '../../src/controlplane/encryption-configuration';
import { deliverySteps, EncryptionDelivery, isKeyMade, localKeys } from '../../src/controlplane/encryption-delivery';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';

const KEY1 = EncryptionProvider.secretbox({ escrow: 'safe' });
const KMS = EncryptionProvider.kmsV2({ name: 'cloud', socket: '/run/kms/a/s.sock' });
const { NEW_CLUSTER, ENABLING, KEY_ADDED, KEY_PROMOTED } = EncryptionState;
const { KUBEADM, RKE2, CLUSTER_API } = EncryptionDelivery;
const plan = (changes: Partial<EncryptionPlan> = {}): EncryptionPlan => (
  { provider: KEY1, state: NEW_CLUSTER, moreResources: [], everything: false, ...changes }
);

test('flags are given once, and what changes later is taken over by an API server that runs', () => {
  const begins = (delivery: EncryptionDelivery) => (
    [NEW_CLUSTER, ENABLING, KEY_ADDED, KEY_PROMOTED].map(state => deliverySteps(plan({ state }), delivery).map(step => step.slice(0, 26)))
  );
  const [flags, file] = [['Give the API server its fl'], ['Bring the new `/etc/kubern']];
  expect(begins(KUBEADM)).toEqual([flags, flags, file, file]);
  expect(begins(RKE2)).toEqual([['Bring the files to every s'], ['Bring the files to every s'], file, file]);
  expect(new Set(begins(CLUSTER_API).flat())).toEqual(new Set(['Merge `cluster-api.yaml`, ', 'Wait until the last machin']));
});

test('RKE2 must not start before the files are there', () => {
  expect(deliverySteps(plan(), RKE2)).toEqual(['Bring the files to every server before `rke2-server` starts there for the first time: RKE2 would encrypt with a key of its own.']);
});

test('only keys that are no KMS\'s are named, in the order in which they are taken', () => {
  expect(localKeys(plan({ provider: KMS, predecessor: KEY1, state: KEY_PROMOTED }))).toEqual(['key1']);
  expect(localKeys(plan({ provider: EncryptionProvider.secretbox({ escrow: 'safe', keyNumber: 2 }), predecessor: KEY1, state: KEY_PROMOTED }))).toEqual(['key2', 'key1']);
  expect(localKeys(plan({ provider: KMS }))).toEqual([]);
});

test('a key is made in the states that bring one', () => {
  const made = (provider: EncryptionProvider) => Object.values(EncryptionState).filter(state => isKeyMade(plan({ provider, state })));
  expect(made(KEY1)).toEqual(['new-cluster', 'enabling', 'key-added']);
  expect(made(KMS)).toEqual([]);
});
