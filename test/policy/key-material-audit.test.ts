import { App, Chart } from 'cdk8s';
import { keyMaterialAudit, keyMaterialInObject } from '../../src/policy/key-material-audit';
import { base64, CERTIFICATE_KEY, pem, TOKEN } from '../kube/key-material';

const encoded = (text: string) => Buffer.from(text).toString('base64');
const pod = (container: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { containers: [{ name: 'web', ...container }] } });

test('a finding names the object, the field and what to do, and not what it found', () => {
  const chart = new Chart(new App(), 'c');
  const run = keyMaterialAudit();
  run.see!({ construct: chart, json: pod({ env: [{ name: 'AES_KEY', value: base64(32) }] }) });
  run.see!({ construct: chart, json: { kind: 'ConfigMap', metadata: { name: 'web' }, data: { a: 'key: value' } } });
  expect(run.conclude()).toEqual([{
    rule: 'key-material-absent',
    construct: chart,
    object: 'Pod shop/web',
    field: 'spec.containers[0].env[0].value',
    message: 'Pod shop/web: holds a key (spec.containers[0].env[0].value); make a new one where it is used or in a store of secrets, and take this one for known to others',
  }]);
});

test('an object of the cluster is named without a namespace', () => {
  const run = keyMaterialAudit();
  run.see!({ construct: new Chart(new App(), 'c'), json: { kind: 'Widget', metadata: { name: 'w' }, spec: { tlsKey: pem() } } });
  expect(run.conclude().map(({ object }) => object)).toEqual(['Widget w']);
});

test.each([
  ['a private key in a ConfigMap', { kind: 'ConfigMap', data: { 'tls.key': pem() } }, 'private key', 'data.tls.key'],
  ['a flag and its value', pod({ args: ['--token', TOKEN] }), 'bootstrap token', 'spec.containers[0].args[1]'],
  ['a flag with its value', pod({ args: ['run', `--certificate-key=${CERTIFICATE_KEY}`] }), 'certificate key of kubeadm', 'spec.containers[0].args[1]'],
  ['a key in an EncryptionConfiguration', { resources: [{ providers: [{ secretbox: { keys: [{ name: 'k', secret: base64(32) }] } }] }] }, 'key', 'resources[0].providers[0].secretbox.keys[0].secret'],
  ['a file in a Secret', { kind: 'Secret', data: { 'enc.yaml': encoded(`secret: ${base64(32)}`) } }, 'key', 'data.enc.yaml'],
  ['a key of a Secret that is encoded twice', { kind: 'Secret', data: { key: encoded(base64(32)) } }, 'key', 'data.key'],
  ['a key of a Secret', { kind: 'Secret', data: { key: base64(32) } }, 'key', 'data.key'],
  ['a private key in a Secret', { kind: 'Secret', data: { 'tls.key': encoded(pem()) } }, 'private key', 'data.tls.key'],
  ['a bootstrap token in two parts', { kind: 'Secret', type: 'bootstrap.kubernetes.io/token', stringData: { 'token-secret': 'x' } }, 'bootstrap token', 'stringData.token-secret'],
  ['a bootstrap token in two parts, encoded', { kind: 'Secret', type: 'bootstrap.kubernetes.io/token', data: { 'token-secret': 'eA==' } }, 'bootstrap token', 'data.token-secret'],
])('finds %s', (_, json, what, where) => {
  expect(keyMaterialInObject(json)).toEqual([{ what, where }]);
});

test.each([
  ['nothing', undefined],
  ['a text', 'secret'],
  ['a Secret without values', { kind: 'Secret', data: null }],
  ['a Secret whose value is no text', { kind: 'Secret', data: { key: 1 } }],
  ['a bootstrap token without its secret half', { kind: 'Secret', type: 'bootstrap.kubernetes.io/token', data: { description: 'eA==' } }],
  ['a Secret with a password', { kind: 'Secret', data: { password: encoded('hunter2 hunter2!') } }],
  ['names of keys', pod({ env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] })],
  ['a flag beside something that is no text', { args: [1, TOKEN, null] }],
])('keeps still about %s', (_, json) => {
  expect(keyMaterialInObject(json)).toEqual([]);
});

test('an object without a name is judged too', () => {
  const run = keyMaterialAudit();
  run.see!({ construct: new Chart(new App(), 'c'), json: { kind: 'ConfigMap', metadata: null, data: { key: pem() } } });
  run.see!({ construct: new Chart(new App(), 'c'), json: { kind: 'ConfigMap', data: { key: pem() } } });
  expect(run.conclude().map(({ field }) => field)).toEqual(['data.key', 'data.key']);
});

test('only the values of a Secret are read as what they are encoded from', () => {
  const file = { data: { 'enc.yaml': encoded(`secret: ${base64(32)}`) } };
  expect([{ kind: 'ConfigMap', ...file }, { kind: 'Secret', ...file }].map(json => keyMaterialInObject(json).length)).toEqual([0, 1]);
});

test('the halves of a token are looked for only in a Secret of that type', () => {
  expect(keyMaterialInObject({ kind: 'Secret', type: 'Opaque', stringData: { 'token-secret': 'x' } })).toEqual([]);
});

test('lists in lists are looked through, and what is no text beside them is passed over', () => {
  expect(keyMaterialInObject({ a: [[null, 1, { key: pem() }], [pem()]] }).map(({ where }) => where)).toEqual(['a[0][2].key', 'a[1][0]']);
  expect(keyMaterialInObject({ a: { b: null, c: 1, key: pem() } }).map(({ where }) => where)).toEqual(['a.key']);
});

test('a name beside a value that is no text names nothing', () => {
  expect(keyMaterialInObject({ name: 1, value: base64(32) })).toEqual([]);
  expect(keyMaterialInObject({ name: 'ENCRYPTION_KEY', value: base64(32) })).toHaveLength(1);
});
