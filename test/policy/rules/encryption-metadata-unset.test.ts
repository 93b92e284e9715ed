import { fails, holds } from './cases';
import { encryptionMetadataUnset } from '../../../src/policy/rules/encryption-metadata-unset';

holds(encryptionMetadataUnset, {
  'there is none': { object: { resources: [] } },
});

fails(encryptionMetadataUnset, {
  'it has a name': { object: { metadata: { name: 'encryption' } } },
  'it is empty': { object: { metadata: {} } },
});
