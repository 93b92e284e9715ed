import { fails, holds } from './cases';
import { entries, providers, withKey } from './encryption';
import { encryptionKeysAbsent } from '../../../src/policy/rules/encryption-keys-absent';
import { base64 } from '../../kube/key-material';

holds(encryptionKeysAbsent, {
  'there is nothing': { object: {} },
  'a KMS has the key': providers({ kms: { apiVersion: 'v2' } }, { identity: {} }),
  'the node puts the key in': withKey('secretbox', '__KEY1__'),
  'a template puts the key in': withKey('aescbc', '${ENCRYPTION_KEY}'),
  'a key is without its secret': providers({ secretbox: { keys: [{ name: 'key1' }] } }),
  'an entry has no provider': entries({ resources: ['secrets'], providers: [] }),
  ...Object.fromEntries(['secretbox', 'aescbc', 'aesgcm'].flatMap(kind => [
    [`the node puts the key of ${kind} in`, withKey(kind, '__KEY1__')],
    [`a key of ${kind} is without its secret`, providers({ [kind]: { keys: [{ name: 'key1' }] } })],
  ])),
});

fails(encryptionKeysAbsent, {
  'it is one of secretbox': withKey('secretbox', base64(32)),
  'it is one of AES-CBC': withKey('aescbc', base64(16)),
  'it is one of AES-GCM': withKey('aesgcm', base64(24)),
  'it is the second': providers({ secretbox: { keys: [{ name: 'key1', secret: '__KEY1__' }, { name: 'key2', secret: base64(32) }] } }),
  'it is in a later entry': entries({ resources: ['events'], providers: [{ identity: {} }] }, { providers: [{ secretbox: { keys: [{ secret: base64(32) }] } }] }),
  'it is of the second provider': providers({ identity: {} }, { secretbox: { keys: [{ name: 'key1', secret: base64(32) }] } }),
});
