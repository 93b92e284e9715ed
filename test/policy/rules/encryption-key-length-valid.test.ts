import { fails, holds } from './cases';
import { entries, providers, withKey } from './encryption';
import { encryptionKeyLengthValid } from '../../../src/policy/rules/encryption-key-length-valid';
import { base64 } from '../../kube/key-material';

holds(encryptionKeyLengthValid, {
  'there is nothing': { object: {} },
  'a KMS has the key': providers({ kms: { apiVersion: 'v2' } }, { identity: {} }),
  'it has 32 bytes for secretbox': withKey('secretbox', base64(32)),
  'it has 16 bytes for AES': withKey('aescbc', base64(16)),
  'it has 24 bytes for AES': withKey('aesgcm', base64(24)),
  'it has 32 bytes for AES': withKey('aescbc', base64(32)),
  'the node puts the key in': withKey('secretbox', '__KEY1__'),
  'a key is without its secret': providers({ secretbox: { keys: [{ name: 'key1' }] } }),
  'an entry has no provider': entries({ resources: ['secrets'], providers: [] }),
  ...Object.fromEntries(['secretbox', 'aescbc', 'aesgcm'].flatMap(kind => [
    [`the node puts the key of ${kind} in`, withKey(kind, '__KEY1__')],
    [`a key of ${kind} is without its secret`, providers({ [kind]: { keys: [{ name: 'key1' }] } })],
  ])),
});

fails(encryptionKeyLengthValid, {
  'it has 16 bytes for secretbox': withKey('secretbox', base64(16)),
  'it has 24 bytes for secretbox': withKey('secretbox', base64(24)),
  'it has 31 bytes for AES': withKey('aescbc', base64(31)),
  'it has 33 bytes for AES': withKey('aesgcm', base64(33)),
  'it is a password': withKey('secretbox', 'hunter2'),
  'it is of the second provider': providers({ identity: {} }, { secretbox: { keys: [{ name: 'key1', secret: base64(16) }] } }),
});
