import { alike, fails, holds } from './cases';
import { providers } from './encryption';
import { encryptionKmsV2Used } from '../../../src/policy/rules/encryption-kms-v2-used';

holds(encryptionKmsV2Used, {
  'there is nothing': { object: {} },
  'it is another provider': providers({ secretbox: { keys: [] } }),
  'the version is written': providers({ kms: { apiVersion: 'v2', name: 'cloud' } }),
});

fails(encryptionKmsV2Used, {
  'the version is left out': providers({ kms: { name: 'cloud' } }),
  'it is the first version': providers({ kms: { apiVersion: 'v1', name: 'cloud' } }),
  'it is the second of two': providers({ kms: { apiVersion: 'v2', name: 'cloud' } }, { kms: { name: 'old' } }),
});

alike(encryptionKmsV2Used, {
  'nothing said is not v2 either way': ["'v1' → ''"],
});
