import { Rule, Severity } from '../rule';

const ENTRIES = 'object.?resources.orValue([])';
const PROVIDERS = 'entry.?providers.orValue([])';
const BASE64 = '^[A-Za-z0-9+/]+={0,2}$';
const LONG = '^[A-Za-z0-9+/]{43}=$';
const AES = '^([A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{32}|[A-Za-z0-9+/]{43}=)$';
const FITS = (kind: string, form: string) => (
  `provider.?${kind}.?keys.orValue([]).all(key, !has(key.secret) || !key.secret.matches('${BASE64}') || key.secret.matches('${form}'))`
);

/**
 * Fields: resources[*].providers[*].{secretbox,aescbc,aesgcm}.keys[*].secret of an EncryptionConfiguration.
 * Allowed: base64 of 32 bytes, for AES also of 16 or 24; a mark that something else replaces.
 */
export const encryptionKeyLengthValid: Rule = {
  id: 'encryption-key-length-valid',
  title: 'Keys of the encryption at rest have the length that their provider takes',
  why: 'The API server does not start with a key of another length',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: `${ENTRIES}.all(entry, ${PROVIDERS}.all(provider, ${FITS('secretbox', LONG)} && ${FITS('aescbc', AES)} && ${FITS('aesgcm', AES)}))`,
  message: 'key of the encryption at rest has a length that the API server refuses; make one of 32 bytes: head -c 32 /dev/urandom | base64',
  enforced: 'object',
  controls: {
    cis: ['1.2.28'],
  },
};
