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
import { etcdAutoTlsOff } from '../rules/etcd-auto-tls-off';
import { etcdCaOwn } from '../rules/etcd-ca-own';
import { etcdCertificateSet } from '../rules/etcd-certificate-set';
import { etcdCipherSuitesStrong } from '../rules/etcd-cipher-suites-strong';
import { etcdClientCertAuthOn } from '../rules/etcd-client-cert-auth-on';
import { etcdExperimentalFlagsUnset } from '../rules/etcd-experimental-flags-unset';
import { etcdListenAddressSet } from '../rules/etcd-listen-address-set';
import { etcdPeerAutoTlsOff } from '../rules/etcd-peer-auto-tls-off';
import { etcdPeerCertificateSet } from '../rules/etcd-peer-certificate-set';
import { etcdPeerClientCertAuthOn } from '../rules/etcd-peer-client-cert-auth-on';
import { etcdPprofOff } from '../rules/etcd-pprof-off';
import { etcdTlsMinVersionSet } from '../rules/etcd-tls-min-version-set';
import { etcdTls13CiphersUnset } from '../rules/etcd-tls13-ciphers-unset';
import { etcdUrlsEncrypted } from '../rules/etcd-urls-encrypted';

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
    etcdAutoTlsOff,
    etcdCaOwn,
    etcdCertificateSet,
    etcdCipherSuitesStrong,
    etcdClientCertAuthOn,
    etcdExperimentalFlagsUnset,
    etcdListenAddressSet,
    etcdPeerAutoTlsOff,
    etcdPeerCertificateSet,
    etcdPeerClientCertAuthOn,
    etcdPprofOff,
    etcdTlsMinVersionSet,
    etcdTls13CiphersUnset,
    etcdUrlsEncrypted,
  ],
};
