import { Yaml } from 'cdk8s';
import { EncryptionPlan, providersOf } from './encryption-configuration';
import { EncryptionState } from './encryption-state';
import type { ApiServerSettings } from './kubeadm-files';
import type { KubernetesVersion } from '../kube/kubernetes-version';
import { refuse } from '../kube/problem';

/** The first minor version of RKE2 that lets the provider be chosen, and the patches with which its older ones learned it. */
const CHOICE = 30;
export const CHOICE_SINCE = '1.30.12, 1.31.8, 1.32.4 and 1.33.0';

/** The first minor version whose API server leaves the KMS out of /livez: nothing can tell the probe of RKE2 to do so. */
const KMS_OUT_OF_LIVEZ = 29;

/** Refuses what RKE2, which writes its own EncryptionConfiguration unless a KMS encrypts, has no setting for. */
export function checkRke2(version: KubernetesVersion, plan: EncryptionPlan): void {
  const { provider, state, moreResources, everything } = plan;
  const by = provider._kind;
  if (by === 'kms') { return checkKms(version, plan); }
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

/** Keys that RKE2 has made are known to RKE2 alone, so nothing that they have encrypted could be read with a configuration of ours. */
function checkKms(version: KubernetesVersion, plan: EncryptionPlan): void {
  const { state } = plan;
  if (state === EncryptionState.ENABLING || state === EncryptionState.ENABLED) {
    refuse({
      what: 'RKE2 has encrypted since its first start, with a key of its own',
      got: state,
      expected: `${EncryptionState.NEW_CLUSTER}, in a cluster that has not started yet`,
      todo: 'begin a new cluster with the KMS, and restore what the old one held from its manifests',
    });
  }
  const own = providersOf(plan).find(({ _kms }) => !_kms);
  if (own) {
    refuse({
      what: 'RKE2 keeps its own keys where no configuration of ours can name them',
      got: own.id,
      expected: 'KMS providers alone',
      todo: 'begin a new cluster with the KMS',
    });
  }
  if (version.minor < KMS_OUT_OF_LIVEZ) {
    refuse({
      what: 'RKE2 of this version restarts its API server while the KMS is away, and then no Secret is read',
      got: version.text,
      expected: `1.${KMS_OUT_OF_LIVEZ} or newer`,
      todo: 'upgrade first',
    });
  }
}

/**
 * What has RKE2 start its API server with a configuration of ours, in the place of its own. Lists of other files stay as they are.
 *
 * @see https://docs.rke2.io/install/configuration#configuration-file
 */
export function rke2KmsConfiguration({ flags, volumes }: ApiServerSettings): string {
  return Yaml.stringify({
    'kube-apiserver-arg+': Object.entries(flags).map(([name, value]) => `${name}=${value}`).sort(),
    'kube-apiserver-extra-mount+': volumes.map(({ path, readOnly }) => `${path}:${path}${readOnly ? ':ro' : ''}`),
  });
}

/**
 * The setting of RKE2's servers.
 *
 * @see https://docs.rke2.io/security/secrets_encryption
 */
export function rke2Configuration(version: KubernetesVersion, { provider }: EncryptionPlan): string | undefined {
  return version.minor < CHOICE ? undefined : Yaml.stringify({ 'secrets-encryption-provider': provider._kind });
}
