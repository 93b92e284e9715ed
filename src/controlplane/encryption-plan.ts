import { ControlPlaneDistribution } from './distribution';
import type { EncryptedEtcdConfigProps } from './encrypted-etcd-props';
import { EncryptionPlan, providersOf } from './encryption-configuration';
import { localKeys } from './encryption-delivery';
import { EncryptionProvider } from './encryption-provider';
import { checkTransition, EncryptionState, hasPredecessor } from './encryption-state';
import { checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkFlag, checkList } from '../kube/shape';

/** It is the value of a label too. */
const LONGEST_SECRET_NAME = 63;

/** What is encrypted, by what and how far the cluster is, of props that do not contradict each other. */
export function planOf(props: EncryptedEtcdConfigProps): EncryptionPlan {
  const { provider, predecessor, state = EncryptionState.NEW_CLUSTER, previousState } = props;
  checkProvider('provider of the encryption', provider);
  checkTransition(state, previousState);
  if (predecessor !== undefined) { checkProvider('predecessor of the encryption', predecessor); }
  if (hasPredecessor(state) !== (predecessor !== undefined)) {
    refuse({
      what: `predecessor of the encryption in the state ${state}`,
      got: predecessor?.id,
      expected: hasPredecessor(state) ? 'the key or provider that has written until now' : 'none',
      todo: hasPredecessor(state) ? 'name it, so that what it wrote can be read' : 'leave it out',
    });
  }
  if (predecessor?.id === provider.id) {
    refuse({ what: 'the predecessor of the encryption is its provider', got: provider.id, expected: 'another key', todo: 'raise keyNumber, or give the new KMS provider another name' });
  }
  if (predecessor?._keyName !== undefined && predecessor._keyName === provider._keyName) {
    refuse({
      what: 'predecessor and provider of the encryption have one key',
      got: [predecessor.id, provider.id],
      expected: 'a key for each: what is safe with one way to encrypt need not be with two',
      todo: 'raise keyNumber',
    });
  }
  const moreResources = checkList('moreResources', props.moreResources);
  const wrong = moreResources.find(name => typeof name !== 'string' || !/^(?:\*|[a-zA-Z][\w-]*)(?:\.[\w.*-]*)?$/.test(name));
  if (wrong !== undefined) {
    refuse({ what: 'resource to encrypt', got: wrong, expected: 'a plural name, with its group behind a dot', todo: 'write it like pandas.bears.example' });
  }
  const everything = checkFlag('everything', props.everything);
  if (everything && moreResources.length > 0) {
    refuse({ what: 'moreResources beside everything', got: moreResources, expected: 'one of both', todo: 'leave moreResources out' });
  }
  return { provider, predecessor, state, moreResources, everything };
}

function checkProvider(what: string, provider: unknown): void {
  if (!(provider instanceof EncryptionProvider)) {
    refuse({ what, expected: 'an EncryptionProvider', todo: 'write EncryptionProvider.kmsV2(…) or EncryptionProvider.secretbox(…)' });
  }
}

/** All API servers need the same keys, and nothing carries one that was made on a node to another. */
export function checkNodes(plan: EncryptionPlan, nodes: number, isCarried: boolean): void {
  if (!Number.isInteger(nodes) || nodes < 1) {
    refuse({ what: 'controlPlaneNodes', got: nodes, expected: 'a whole number from 1', todo: 'correct it' });
  }
  const local = providersOf(plan).find(({ _keyName: name }) => name !== undefined);
  if (local && nodes > 1 && !isCarried) {
    refuse({
      what: `${local.id} is made on one node, and the API servers of the others could read nothing that it encrypts`,
      got: `${nodes} control-plane nodes`,
      expected: 'controlPlaneNodes: 1',
      todo: 'use EncryptionProvider.kmsV2, a clusterApiSecret, or RKE2, which carries its keys; a cluster of one node goes over to a KMS first, and grows then',
    });
  }
}

/** The name of the Secret that carries keys to the nodes, where there is one. */
export function checkClusterApiSecret(plan: EncryptionPlan, distribution: ControlPlaneDistribution, name: string | undefined): string | undefined {
  if (name === undefined) { return undefined; }
  checkDnsSubdomain('clusterApiSecret', name);
  if (distribution !== ControlPlaneDistribution.KUBEADM) {
    refuse({ what: 'clusterApiSecret without kubeadm', got: distribution, expected: ControlPlaneDistribution.KUBEADM, todo: 'leave it out' });
  }
  if (localKeys(plan).length === 0) {
    refuse({ what: 'clusterApiSecret for a configuration without keys', got: plan.provider.id, expected: 'a key that is no KMS\'s', todo: 'leave it out: Cluster API can bring the file itself' });
  }
  if (name.length > LONGEST_SECRET_NAME) {
    refuse({ what: 'clusterApiSecret', got: name, expected: `at most ${LONGEST_SECRET_NAME} characters`, todo: 'choose a shorter name' });
  }
  return name;
}
