import { Rule, Severity } from '../rule';

const ENTRIES = 'object.?resources.orValue([])';
const PROVIDERS = 'entry.?providers.orValue([])';

/**
 * Fields: resources[*].providers[*].kms.apiVersion of an EncryptionConfiguration.
 * Allowed: v2; what is left out is v1.
 */
export const encryptionKmsV2Used: Rule = {
  id: 'encryption-kms-v2-used',
  title: 'Encryption by a KMS uses the second version of its protocol',
  why: 'The first version, which is the default, is off since Kubernetes 1.29: the API server does not start; and it calls the KMS for every object',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: `${ENTRIES}.all(entry, ${PROVIDERS}.all(provider, !has(provider.kms) || provider.kms.?apiVersion.orValue('v1') == 'v2'))`,
  message: 'encryption by a KMS uses version 1 of its protocol; set apiVersion: v2, with a plugin that speaks it',
  enforced: 'object',
  controls: {
    cis: ['1.2.28'],
  },
};
