import { fails, holds } from './cases';
import { entries, providers } from './encryption';
import { encryptionAesGcmUnused } from '../../../src/policy/rules/encryption-aes-gcm-unused';

holds(encryptionAesGcmUnused, {
  'there is nothing': { object: {} },
  'it is another provider': providers({ secretbox: { keys: [] } }, { aescbc: { keys: [] } }, { kms: {} }, { identity: {} }),
});

fails(encryptionAesGcmUnused, {
  'it writes': providers({ aesgcm: { keys: [] } }),
  'it is still read with': providers({ kms: {} }, { aesgcm: { keys: [] } }),
  'it is in a later entry': entries({ resources: ['a'], providers: [{ kms: {} }] }, { resources: ['secrets'], providers: [{ aesgcm: {} }] }),
});
