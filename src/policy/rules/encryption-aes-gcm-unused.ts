import { Rule, Severity } from '../rule';

const ENTRIES = 'object.?resources.orValue([])';
const PROVIDERS = 'entry.?providers.orValue([])';

/**
 * Fields: resources[*].providers[*] of an EncryptionConfiguration.
 * Allowed: no aesgcm.
 */
export const encryptionAesGcmUnused: Rule = {
  id: 'encryption-aes-gcm-unused',
  title: 'Encryption at rest does not use AES-GCM',
  why: 'The API server never changes the key by itself, so its random nonces repeat after some 200,000 writes, and then give the key away',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: `${ENTRIES}.all(entry, ${PROVIDERS}.all(provider, !has(provider.aesgcm)))`,
  message: 'encryption at rest uses AES-GCM; use KMS v2, or secretbox',
  enforced: 'object',
  controls: {
    cis: ['1.2.28'],
  },
};
