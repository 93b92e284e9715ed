import { Rule, Severity } from '../rule';

const ENTRIES = 'object.?resources.orValue([])';
const PROVIDERS = 'entry.?providers.orValue([])';
const KEY = '^([A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{32}|[A-Za-z0-9+/]{43}=)$';
const ABSENT = (kind: string) => `provider.?${kind}.?keys.orValue([]).all(key, !has(key.secret) || !key.secret.matches('${KEY}'))`;

/**
 * Fields: resources[*].providers[*].{secretbox,aescbc,aesgcm}.keys[*].secret of an EncryptionConfiguration.
 * Allowed: no key of 16, 24 or 32 bytes; a mark that something else replaces is none.
 */
export const encryptionKeysAbsent: Rule = {
  id: 'encryption-keys-absent',
  title: 'No key of the encryption at rest stands in a file beside the manifests',
  why: 'Whoever reads Git, its mirrors or the logs of a deployment can read every Secret in every backup, also after the key was changed',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: `${ENTRIES}.all(entry, ${PROVIDERS}.all(provider, ${['secretbox', 'aescbc', 'aesgcm'].map(ABSENT).join(' && ')}))`,
  message: 'encryption configuration holds a key; take it for known to others, change it, and have the node or a KMS make the next one',
  enforced: 'object',
  controls: {
    cis: ['1.2.28'],
    mitre: ['T1552.001'],
  },
};
