import { Rule, Severity } from '../rule';

const ENTRIES = 'object.?resources.orValue([])';
const PROVIDERS = 'entry.?providers.orValue([])';
const RESOURCES = 'entry.?resources.orValue([])';

/**
 * Fields: resources[*].providers of an EncryptionConfiguration.
 * Allowed: another first provider than identity; for events alone also that.
 */
export const encryptionIdentityNotFirst: Rule = {
  id: 'encryption-identity-not-first',
  title: 'Encryption at rest begins with a provider that encrypts',
  why: 'The first provider writes: behind identity, whatever else stands there, every object goes to etcd and into its backups in clear',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apiserver.config.k8s.io/EncryptionConfiguration', 'EncryptionConfig'],
  expression: `${ENTRIES}.all(entry, ${PROVIDERS}.size() == 0 || !has(entry.providers[0].identity) || ${RESOURCES}.all(name, name == 'events'))`,
  message: 'encryption at rest writes in clear; move identity behind the provider that encrypts, and remove it when everything is rewritten',
  enforced: 'object',
  controls: {
    cis: ['1.2.28'],
  },
};
