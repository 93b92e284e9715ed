import { AGE_KEY, base64, CERTIFICATE_KEY, pem, RKE2_TOKEN, TOKEN } from './key-material';
import { decoded, holdsBareKey, keyMaterialInText, keyMaterialOf } from '../../src/kube/key-material';

const encoded = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['private key', pem()],
  ['private key', pem('RSA ')],
  ['private key', pem('OPENSSH ', '\r\n')],
  ['private key', JSON.stringify({ key: pem('EC ') })],
  ['private key', pem('RSA ').replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0011\n\n')],
  ['private key', AGE_KEY],
  ['private key', `client-key-data: ${encoded(pem())}`],
  ['key', `secret: ${base64(32)}`],
  ['key', `"secret":"${base64(16)}"`],
  ['key', `secret = ${base64(24)}`],
  ['key', `secret: |-\n  ${base64(32)}`],
  ['key', `secret: !!binary ${base64(32)}`],
  ['key', `ENCRYPTION_KEY=${base64(32)}`],
  ['key', `--key-2 ${base64(16)}`],
  ['bootstrap token', `token: ${TOKEN}`],
  ['bootstrap token', `kubeadm join 10.0.0.1:6443 --token ${TOKEN}`],
  ['bootstrap token', `kubeadm token create ${TOKEN}`],
  ['bootstrap token', `"tlsBootstrapToken": "${TOKEN}"`],
  ['certificate key of kubeadm', `certificateKey: ${CERTIFICATE_KEY}`],
  ['certificate key of kubeadm', `--certificate-key ${CERTIFICATE_KEY}`],
  ['token of RKE2', `server-args: ${RKE2_TOKEN}`],
])('a %s is found in a text: %#', (what, text) => {
  expect(keyMaterialInText(text)).toEqual([{ what, where: 'line 1' }]);
});

test('each is told with its line, in the order of the text, and never repeated', () => {
  const text = ['kind: EncryptionConfiguration', `secret: ${base64(32)}`, '', pem(), `token: ${TOKEN}`].join('\n');
  const found = keyMaterialInText(text);
  expect(found).toEqual([{ what: 'key', where: 'line 2' }, { what: 'private key', where: 'line 4' }, { what: 'bootstrap token', where: 'line 8' }]);
});

test.each([
  ['the name of a host with a token\'s form', 'token: images.internalregistry'],
  ['a token in no context', `see ${TOKEN}`],
  ['a token that goes on', `token: ${TOKEN}0`],
  ['a digest under another name', `digest: ${CERTIFICATE_KEY}`],
  ['a longer digest', `certificateKey: ${CERTIFICATE_KEY}00`],
  ['a public key', `public-key: ${base64(32)}`],
  ['a public key of WireGuard', `PublicKey = ${base64(32)}`],
  ['base64 that is no key\'s length', `secret: ${base64(20)}`],
  ['a checksum in hexadecimal', `key: ${CERTIFICATE_KEY.slice(0, 32)}`],
  ['thirty-two letters', 'secret: ThisIsTheNameOfAVeryLongSecretXY'],
  ['a certificate', pem().replace(/PRIVATE KEY/g, 'CERTIFICATE')],
  ['a certificate in base64', `caBundle: ${encoded(pem().replace(/PRIVATE KEY/g, 'CERTIFICATE'))}`],
  ['a script that looks for private keys', 'grep -r -- "-----BEGIN RSA PRIVATE KEY-----" .'],
  ['a place for a key', 'secret: __KEY_key1__'],
  ['the public part of a pair', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ9mXq key@example.com'],
])('%s is none', (_, text) => {
  expect(keyMaterialInText(text)).toEqual([]);
});

test.each([
  ['secret', base64(32), ['key']],
  ['aesKey', base64(16), ['key']],
  ['KEK', base64(24), ['key']],
  ['key2', base64(32), ['key']],
  ['wireguardPsk', base64(32), ['key']],
  ['publicKey', base64(32), []],
  ['password', base64(32), []],
  ['key', 'topologyKubernetesIoZoneOfTheNod', []],
  ['certificateKey', CERTIFICATE_KEY, ['certificate key of kubeadm']],
  ['checksum', CERTIFICATE_KEY, []],
  ['bootstrapToken', TOKEN, ['bootstrap token']],
  ['--token', TOKEN, ['bootstrap token']],
  ['host', TOKEN, []],
  ['token', 'images.internalregistry', []],
  ['tls.key', pem(), ['private key']],
  ['args', `--encryption-key=${base64(32)}`, ['key']],
  ['secret', '', []],
])('a value under the name %s is judged by both: %#', (name, text, found) => {
  expect(keyMaterialOf(name, text)).toEqual(found);
});

test.each([base64(16), base64(24), base64(32), `copy ${base64(32)}, in the safe`, '/srv/4Bv9sQp2XkT7mLw0ZrYc8NdHf3JgUa5e/x', CERTIFICATE_KEY, CERTIFICATE_KEY.slice(0, 32).toUpperCase(), pem()])('what could be a key is one in a text for people: %#', text => {
  expect(holdsBareKey(text)).toBe(true);
});

test.each(['safe of the platform team, record k8s-shop', 'vault://kv/platform/etcd/branch1/', `${base64(32)}AAAA`, `${CERTIFICATE_KEY}0`, 'ThisIsTheNameOfAVeryLongSecretXY', ''])('%s could be none', text => {
  expect(holdsBareKey(text)).toBe(false);
});

test('base64 is read as bytes, and other texts as something without meaning', () => {
  expect([decoded('aGVsbG8='), decoded('')]).toEqual(['hello', '']);
});

test('a long text without end is read in time that grows with its length', () => {
  const texts = ['key'.repeat(200_000), `secret: ${'A'.repeat(600_000)}`, ' \n'.repeat(300_000) + 'token', 'a.'.repeat(300_000), `token${' '.repeat(200_000)}x`];
  const begin = process.cpuUsage();
  expect(texts.map(text => keyMaterialInText(text))).toEqual(texts.map(() => []));
  expect(process.cpuUsage(begin).user).toBeLessThan(4e6);
});
