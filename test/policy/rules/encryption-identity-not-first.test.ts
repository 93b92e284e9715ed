import { fails, holds } from './cases';
import { entries, providers } from './encryption';
import { encryptionIdentityNotFirst } from '../../../src/policy/rules/encryption-identity-not-first';

const KMS = { kms: { apiVersion: 'v2' } };
const IDENTITY = { identity: {} };

holds(encryptionIdentityNotFirst, {
  'there is nothing': { object: {} },
  'a provider encrypts': providers(KMS),
  'what is in clear is read during a migration': providers(KMS, IDENTITY),
  'events are left in clear': entries({ resources: ['events'], providers: [IDENTITY] }, { resources: ['*.*'], providers: [KMS] }),
  'an entry has no providers': entries({ resources: ['secrets'] }),
});

fails(encryptionIdentityNotFirst, {
  'nothing is encrypted': providers(IDENTITY),
  'what encrypts stands behind': providers(IDENTITY, KMS),
  'a later entry writes in clear': entries({ resources: ['configmaps'], providers: [KMS] }, { resources: ['secrets'], providers: [IDENTITY] }),
  'something else is left in clear with the events': entries({ resources: ['events', 'secrets'], providers: [IDENTITY] }),
});
