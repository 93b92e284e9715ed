import { fails, holds } from './cases';
import { entries, providers } from './encryption';
import { encryptionAesCbcUnused } from '../../../src/policy/rules/encryption-aes-cbc-unused';

holds(encryptionAesCbcUnused, {
  'there is nothing': { object: {} },
  'it is another provider': providers({ secretbox: { keys: [] } }, { aesgcm: { keys: [] } }, { kms: {} }, { identity: {} }),
});

fails(encryptionAesCbcUnused, {
  'it writes': providers({ aescbc: { keys: [] } }),
  'it is still read with': providers({ kms: {} }, { aescbc: { keys: [] } }),
  'it is in a later entry': entries({ resources: ['a'], providers: [{ kms: {} }] }, { resources: ['secrets'], providers: [{ aescbc: {} }] }),
});
