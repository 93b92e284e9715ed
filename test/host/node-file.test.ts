import { checkNodeFile, checkWithoutKeys, NodeFile } from '../../src/host/node-file';
import { base64, pem } from '../kube/key-material';

const file = (changes: Partial<Record<keyof NodeFile, unknown>> = {}) => () => checkNodeFile({ path: '/etc/x', content: 'a: b\n', ...changes } as NodeFile);

test('a file is read by root alone unless something else is said', () => {
  expect(file()()).toEqual({ path: '/etc/x', content: 'a: b\n', mode: '0600', owner: 'root:root' });
});

test('a mode has four digits', () => {
  expect(['600', '0755', '0444', '000'].map(mode => file({ mode })().mode)).toEqual(['0600', '0755', '0444', '0000']);
});

test.each(['etc/x', '/', '/etc/', '/etc/../x', '/etc/./x', '/etc//x', '/etc/x\n', '', 7])('%p is no path', path => {
  expect(file({ path })).toThrow(/^path of a file on a node: got .*, expected an absolute path below \//);
});

test.each(['0o600', '1777', '4755', '888', '60', 'rw', 384])('%p is no mode', mode => {
  expect(file({ mode })).toThrow(`mode of /etc/x: got ${JSON.stringify(mode)}, expected an octal mode between 0000 and 0777, as a text; write it like 0600`);
});

test.each(['0666', '777', '0602'])('with %s, others can write', mode => {
  expect(file({ mode })).toThrow(`mode of /etc/x: got "${mode}", expected a mode in which others cannot write; write it like 0600`);
});

test.each(['root', '0:0', 'root:', 'Root:root', 'root:root:root', 7])('%p is no owner', owner => {
  expect(file({ owner })).toThrow(`owner of /etc/x: got ${JSON.stringify(owner)}, expected names of a user and a group; write it like root:root`);
});

test('a content is a text, and never shown', () => {
  expect(file({ content: 7 })).toThrow('content of /etc/x: expected a text without NUL; write numbers and booleans in quotes');
});

test('a key is refused by its kind and line', () => {
  const content = `secret: ${base64(32)}\n${pem()}`;
  expect(file({ content })).toThrow('/etc/x holds a key (line 1) and a private key (line 2): expected a file without keys, private keys and tokens; make it on the node or in a store of secrets, and take this one for known to others');
  expect(() => checkWithoutKeys('runbook', content)).toThrow(/^runbook holds a key/);
  expect(checkWithoutKeys('runbook', 'key: value')).toBeUndefined();
});
