import { Yaml } from 'cdk8s';
import type { EncryptionPlan } from './encryption-configuration';
import { EncryptionState } from './encryption-state';
import type { KubernetesVersion } from '../kube/kubernetes-version';
import { refuse } from '../kube/problem';

/** The first minor version of RKE2 that lets the provider be chosen, and the patches with which its older ones learned it. */
const CHOICE = 30;
export const CHOICE_SINCE = '1.30.12, 1.31.8, 1.32.4 and 1.33.0';

/** Refuses what RKE2, which writes its own EncryptionConfiguration, has no setting for. */
export function checkRke2(version: KubernetesVersion, plan: EncryptionPlan): void {
  const { provider, state, moreResources, everything } = plan;
  const by = provider._kind;
  if (by === 'kms') {
    refuse({
      what: 'RKE2 keeps its keys itself, and calls no KMS',
      got: provider.id,
      expected: 'EncryptionProvider.secretbox',
      todo: 'write it, or install the control plane with kubeadm',
    });
  }
  if (everything || moreResources.length > 0) {
    refuse({
      what: 'RKE2 encrypts Secrets, and nothing else',
      got: everything ? 'everything' : moreResources,
      expected: 'no more resources',
      todo: 'leave them out, or install the control plane with kubeadm',
    });
  }
  if (state !== EncryptionState.NEW_CLUSTER || provider._keyName !== 'key1') {
    refuse({
      what: 'RKE2 changes its keys itself',
      got: `${state}, ${provider.id}`,
      expected: `${EncryptionState.NEW_CLUSTER}, without keyNumber`,
      todo: 'run rke2 secrets-encrypt rotate-keys on one of its servers, and leave these props as they are',
    });
  }
  if (by === 'secretbox' && version.minor < CHOICE) {
    refuse({
      what: 'RKE2 of this version has AES-CBC alone',
      got: version.text,
      expected: `1.${CHOICE} or newer`,
      todo: 'upgrade, or write EncryptionProvider.aesCbcForFips where FIPS 140 is demanded',
    });
  }
}

/**
 * The setting of RKE2's servers.
 *
 * @see https://docs.rke2.io/security/secrets_encryption
 */
export function rke2Configuration(version: KubernetesVersion, { provider }: EncryptionPlan): string | undefined {
  return version.minor < CHOICE ? undefined : Yaml.stringify({ 'secrets-encryption-provider': provider._kind });
}
