import type { RuleGroup } from '../rule-group';
import { encryptionAesCbcUnused } from '../rules/encryption-aes-cbc-unused';
import { encryptionAesGcmUnused } from '../rules/encryption-aes-gcm-unused';
import { encryptionIdentityNotFirst } from '../rules/encryption-identity-not-first';
import { encryptionKeyLengthValid } from '../rules/encryption-key-length-valid';
import { encryptionKeysAbsent } from '../rules/encryption-keys-absent';
import { encryptionKmsV2Used } from '../rules/encryption-kms-v2-used';
import { encryptionMetadataUnset } from '../rules/encryption-metadata-unset';
import { encryptionResourcesReached } from '../rules/encryption-resources-reached';
import { encryptionSecretsCovered } from '../rules/encryption-secrets-covered';

export const CONTROL_PLANE: RuleGroup = {
  title: 'Control plane',
  rules: [
    encryptionAesCbcUnused,
    encryptionAesGcmUnused,
    encryptionIdentityNotFirst,
    encryptionKeyLengthValid,
    encryptionKeysAbsent,
    encryptionKmsV2Used,
    encryptionMetadataUnset,
    encryptionResourcesReached,
    encryptionSecretsCovered,
  ],
};
