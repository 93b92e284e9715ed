import { Rule, Severity } from '../rule';

const ENTRIES = 'object.?resources.orValue([])';
const PROVIDERS = 'entry.?providers.orValue([])';

/**
 * Fields: resources[*].providers[*] of an EncryptionConfiguration.
 * Allowed: no aescbc.
 */
export const encryptionAesCbcUnused: Rule = {
  id: 'encryption-aes-cbc-unused',
  title: 'Encryption at rest does not use AES-CBC',
  why: 'Nothing in it shows that a value was changed: who can write to etcd and watch errors can decrypt it',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: `${ENTRIES}.all(entry, ${PROVIDERS}.all(provider, !has(provider.aescbc)))`,
  message: 'encryption at rest uses AES-CBC; use KMS v2 or secretbox, unless FIPS 140 is demanded',
  enforced: 'object',
  controls: {
    cis: ['1.2.28'],
  },
};
