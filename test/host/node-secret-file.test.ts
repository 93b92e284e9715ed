import { checkSecretFile, NodeSecretFile } from '../../src/host/node-secret-file';

const file = (changes: Partial<Record<keyof NodeSecretFile, unknown>> = {}) => () => (
  checkSecretFile({ path: '/etc/x', secretName: 'shop-encryption', secretKey: 'config.yaml', ...changes } as NodeSecretFile)
);

test('a file from a Secret is read by root alone unless something else is said', () => {
  expect(file()()).toEqual({ path: '/etc/x', secretName: 'shop-encryption', secretKey: 'config.yaml', mode: '0600', owner: 'root:root' });
  expect(file({ mode: '640', owner: 'root:adm' })()).toMatchObject({ mode: '0640', owner: 'root:adm' });
});

test.each([
  ['a path that is none', { path: 'etc/x' }, 'path of a file on a node: got "etc/x", expected an absolute path below /'],
  ['a mode in which others can write', { mode: '0666' }, 'mode of /etc/x: got "0666", expected a mode in which others cannot write'],
  ['an owner that is none', { owner: 'root' }, 'owner of /etc/x: got "root", expected names of a user and a group'],
  ['a name that no Secret has', { secretName: 'Shop' }, 'secretName of /etc/x: got "Shop", expected a DNS subdomain'],
  ['a key with a path', { secretKey: '../x' }, 'secretKey of /etc/x: got "../x", expected letters, digits, hyphens, dots and underscores; name the key of the Secret'],
  ['a key of dots', { secretKey: '..' }, 'secretKey of /etc/x: got ".."'],
  ['no key', { secretKey: undefined }, 'secretKey of /etc/x: got undefined'],
])('%s is refused', (_, changes, message) => {
  expect(file(changes)).toThrow(message);
});

test('a text is refused', () => {
  expect(() => checkSecretFile('x' as any)).toThrow('file of a node from a Secret: got "x", expected named values');
});
