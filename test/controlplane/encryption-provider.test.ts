import { EncryptionProvider, KmsV2Props, NodeKeyProps } from '../../src/controlplane/encryption-provider';
import { base64 } from '../kube/key-material';

const kms = (changes: Partial<Record<keyof KmsV2Props, unknown>> = {}) => EncryptionProvider.kmsV2({ name: 'cloud', socket: '/var/run/kmsplugin/socket.sock', ...changes } as KmsV2Props);
const local = (changes: Partial<Record<keyof NodeKeyProps, unknown>> = {}) => EncryptionProvider.secretbox({ escrow: 'safe of the platform team', ...changes } as NodeKeyProps);

test('a KMS is always of the second version, which is not the default of the API server', () => {
  expect(kms()._kms).toEqual({ apiVersion: 'v2', name: 'cloud', endpoint: 'unix:///var/run/kmsplugin/socket.sock', timeout: '3000ms' });
  expect(kms({ timeoutSeconds: 0.5 })._kms!.timeout).toBe('500ms');
});

test('an id tells one key from another', () => {
  const fips = EncryptionProvider.aesCbcForFips({ escrow: 'safe', keyNumber: 2 });
  expect([kms().id, local().id, local({ keyNumber: 12 }).id, fips.id]).toEqual(['kms:cloud', 'secretbox:key1', 'secretbox:key12', 'aescbc:key2']);
});

test.each(['kms.example.com', 'https://kms.example.com:8200/v1', 'https://svc.example.com', 'vault.svc-tools.example.com', '10.0.0.7:8200'])('a KMS at %s is outside of the cluster', upstream => {
  expect(kms({ upstream }).id).toBe('kms:cloud');
});

test.each(['vault.vault.svc', 'https://vault.vault.svc:8200', 'vault.vault.svc.cluster.local.', 'VAULT.vault.SVC.example.internal', 'a.b.cluster.local', 'vault-0.vault.vault.svc'])('a KMS at %s is refused, since it runs in the cluster', upstream => {
  expect(() => kms({ upstream })).toThrow(`the KMS runs in the cluster whose keys it holds: got "${upstream}", expected a KMS outside of it; use one of the cloud or of another cluster: after a power cut neither this KMS nor the API server could start`);
});

test.each([
  ['a name with a colon', () => kms({ name: 'a:b' }), 'name of the KMS provider: got "a:b", expected a text without colon; choose another name'],
  ['no name', () => kms({ name: '' }), 'name of the KMS provider: got "", expected'],
  ['a socket that is a URL', () => kms({ socket: 'unix:///run/kms.sock' }), 'socket of the KMS plugin: got "unix:///run/kms.sock", expected an absolute path'],
  ['a socket among others', () => kms({ socket: '/var/run/kms.sock' }), 'socket of the KMS plugin: got "/var/run/kms.sock", expected a path of letters, digits, dots and hyphens, in a directory of its own; write it like /var/run/kmsplugin/socket.sock'],
  ['a socket in the root', () => kms({ socket: '/kms/x.sock' }), 'in a directory of its own'],
  ['a socket with a space', () => kms({ socket: '/var/run/kms plugin/x.sock' }), 'expected a path of letters'],
  ['a timeout of nothing', () => kms({ timeoutSeconds: 0 }), 'timeoutSeconds of the KMS provider: got 0, expected a number above zero; correct it, or leave it out'],
  ['a timeout without end', () => kms({ timeoutSeconds: Infinity }), 'timeoutSeconds of the KMS provider: got Infinity'],
  ['a timeout that is a text', () => kms({ timeoutSeconds: '3s' }), 'timeoutSeconds of the KMS provider: got "3s"'],
  ['an upstream that is none', () => kms({ upstream: 'https://' }), 'upstream of the KMS provider: got "https://", expected a host; write it like kms.example.com'],
  ['an upstream that is no text', () => kms({ upstream: 7 }), 'upstream of the KMS provider: got 7, expected a host'],
  ['no escrow', () => local({ escrow: undefined }), 'escrow of the key: expected a line of 3 to 200 letters without quotes, $ and \\, that says where the copy is kept; write it like: safe of the platform team, record k8s-shop'],
  ['an escrow that ends the text of the script', () => local({ escrow: "safe'; reboot; '" }), 'escrow of the key: expected'],
  ['an escrow that is the key', () => local({ escrow: base64(32) }), 'escrow of the key looks like a key: expected words; say where the key is kept, and take this one for known to others'],
  ['an escrow with a key in hexadecimal', () => local({ escrow: `safe, ${'0123456789abcdef'.repeat(4)}` }), 'escrow of the key looks like a key'],
  ['a name that is a key', () => kms({ name: base64(32) }), 'name of the KMS provider looks like a key'],
  ['a socket that is a key', () => kms({ socket: `/run/${base64(24).replace(/[+/]/g, 'x')}/a.sock` }), 'socket of the KMS plugin looks like a key'],
  ['an escrow of two lines', () => local({ escrow: 'safe\nreboot' }), 'escrow of the key: expected'],
  ['a key that is no number', () => local({ keyNumber: '1' }), 'keyNumber: got "1", expected a whole number from 1; count the keys that the cluster has had'],
  ['a key before the first', () => local({ keyNumber: 0 }), 'keyNumber: got 0'],
  ['props that are a text', () => EncryptionProvider.kmsV2('kms' as any), 'EncryptionProvider.kmsV2: got "kms", expected named values'],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});
