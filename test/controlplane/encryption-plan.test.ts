import { ControlPlaneDistribution } from '../../src/controlplane/distribution';
import { checkClusterApiSecret, checkNodes, planOf } from '../../src/controlplane/encryption-plan';
import { EncryptionProvider } from '../../src/controlplane/encryption-provider';
import { EncryptionState } from '../../src/controlplane/encryption-state';

const KEY1 = EncryptionProvider.secretbox({ escrow: 'safe' });
const KMS = EncryptionProvider.kmsV2({ name: 'cloud', socket: '/run/kms/a/s.sock' });
const { KUBEADM, RKE2 } = ControlPlaneDistribution;

test('what is left out is what a new cluster has', () => {
  expect(planOf({ provider: KMS })).toEqual({
    provider: KMS, predecessor: undefined, state: EncryptionState.NEW_CLUSTER, moreResources: [], everything: false,
  });
});

test('a key of one node is for one node, unless something carries it', () => {
  const plan = planOf({ provider: KEY1 });
  expect(() => checkNodes(plan, 2, false)).toThrow('secretbox:key1 is made on one node');
  const fits = [checkNodes(plan, 1, false), checkNodes(plan, 3, true), checkNodes(planOf({ provider: KMS }), 3, false)];
  expect(fits).toEqual([undefined, undefined, undefined]);
});

test('a Secret of Cluster API is for keys that are no KMS\'s, in clusters that kubeadm makes', () => {
  const plan = planOf({ provider: KEY1 });
  expect([checkClusterApiSecret(plan, KUBEADM, undefined), checkClusterApiSecret(plan, KUBEADM, 'shop')]).toEqual([undefined, 'shop']);
  expect(() => checkClusterApiSecret(plan, RKE2, 'shop')).toThrow('clusterApiSecret without kubeadm: got "rke2", expected kubeadm; leave it out');
  expect(() => checkClusterApiSecret(planOf({ provider: KMS }), KUBEADM, 'shop')).toThrow('clusterApiSecret for a configuration without keys: got "kms:cloud", expected a key that is no KMS\'s; leave it out: Cluster API can bring the file itself');
  expect(() => checkClusterApiSecret(plan, KUBEADM, 'Shop')).toThrow('clusterApiSecret: got "Shop", expected a DNS subdomain');
  expect(() => checkClusterApiSecret(plan, KUBEADM, 'a'.repeat(64))).toThrow('expected at most 63 characters; choose a shorter name');
});
