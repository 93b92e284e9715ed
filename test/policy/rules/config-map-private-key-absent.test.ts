import { alike, fails, holds } from './cases';
import { configMapPrivateKeyAbsent } from '../../../src/policy/rules/config-map-private-key-absent';

const data = (...values: string[]) => ({ object: { data: Object.fromEntries(values.map((value, i) => [`file${i}`, value])) } });
const pem = (what: string, line = '\n') => ['-----BEGIN ', what, '-----', line, 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo', line, '-----END ', what, '-----', line].join('');

holds(configMapPrivateKeyAbsent, {
  'there is nothing': { object: {} },
  'it is configuration': data('level: info'),
  'it is a certificate': data(pem('CERTIFICATE')),
  'it is a public key': data(pem('PUBLIC KEY')),
  'a script looks for private keys': data('grep -r -- "-----BEGIN RSA PRIVATE KEY-----" .'),
});

fails(configMapPrivateKeyAbsent, {
  'it is a key of any kind': data(pem('PRIVATE KEY')),
  'it is a key of RSA': data(pem('RSA PRIVATE KEY')),
  'it is a key of OpenSSH': data(pem('OPENSSH PRIVATE KEY')),
  'it is encrypted': data(pem('ENCRYPTED PRIVATE KEY')),
  'its lines end as on Windows': data(pem('EC PRIVATE KEY', '\r\n')),
  'it is a text in JSON': data(JSON.stringify({ key: pem('PRIVATE KEY') })),
  'it is indented in YAML': data(`key: |\n  ${pem('PRIVATE KEY', '\n  ')}`),
  'it is in one of several files': data('level: info', pem('PRIVATE KEY')),
});

alike(configMapPrivateKeyAbsent, {
  'it is looked for only where the whole is looked for, and is part of it': ["'PRIVATE KEY' → ''", "without !object.?data.orValue({})[key].contains('PRIVATE KEY')"],
});
