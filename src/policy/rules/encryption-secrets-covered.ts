import { Rule, Severity } from '../rule';

const ENTRIES = 'object.?resources.orValue([])';

/**
 * Fields: resources[*].resources of an EncryptionConfiguration.
 * Allowed: secrets, "*." or "*.*" in one of them.
 */
export const encryptionSecretsCovered: Rule = {
  id: 'encryption-secrets-covered',
  title: 'Encryption at rest covers Secrets',
  why: 'Whoever reads etcd or one of its backups has every password and key of the cluster',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: `${ENTRIES}.exists(entry, entry.?resources.orValue([]).exists(name, name in ['secrets', '*.', '*.*']))`,
  message: 'encryption at rest leaves Secrets in clear; name secrets among the resources',
  enforced: 'object',
  controls: {
    cis: ['1.2.27', '1.2.28'],
  },
};
