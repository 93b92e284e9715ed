import { Rule, Severity } from '../rule';

/**
 * Fields: metadata of an EncryptionConfiguration.
 * Allowed: none.
 */
export const encryptionMetadataUnset: Rule = {
  id: 'encryption-metadata-unset',
  title: 'An EncryptionConfiguration has no metadata',
  why: 'It is a file of the API server and no object: since Kubernetes 1.31 the API server does not start with a field that it does not know',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: '!has(object.metadata)',
  since: 31,
  message: 'encryption configuration has metadata; remove it, and keep the file away from what is applied',
  enforced: 'object',
  controls: {
    cis: ['1.2.28'],
  },
};
