import { EnvSource } from '../../src';

test('a key of a ConfigMap', () => {
  expect(EnvSource.configMapKey('config.v1', 'LOG.level')._valueFrom).toEqual({ configMapKeyRef: { name: 'config.v1', key: 'LOG.level' } });
});

test('a key of a Secret', () => {
  expect(EnvSource.secretKey('db', '.pass-word_1')._valueFrom).toEqual({ secretKeyRef: { name: 'db', key: '.pass-word_1' } });
});

test.each([
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
  "metadata.labels['app.kubernetes.io/name']", "metadata.labels['team']", "metadata.annotations['Example.com/x']",
])('the field %s of the pod', fieldPath => {
  expect(EnvSource.podField(fieldPath)._valueFrom).toEqual({ fieldRef: { fieldPath } });
});

test.each(['', 'metadata', 'metadata.labels', 'metadata.labels[team]', 'spec.containers', 'metadata.name ', "metadata.finalizers['a']", 'constructor', undefined, 5, ['metadata.name']])(
  'fails on the field %j, which no environment variable can have', fieldPath => {
    expect(() => EnvSource.podField(fieldPath as never)).toThrow(new Error(
      `pod field that cannot be an environment variable: got ${fieldPath === undefined ? 'undefined' : JSON.stringify(fieldPath)}, `
      + 'expected one of metadata.name, metadata.namespace, metadata.uid, spec.nodeName, spec.serviceAccountName, status.hostIP, status.hostIPs, status.podIP, status.podIPs, '
      + "metadata.labels['…'], metadata.annotations['…']; name one of these",
    ));
  },
);

test.each<[string, () => unknown, string]>([
  ['a label that is none', () => EnvSource.podField("metadata.labels['a b']"), 'label in a pod field: got "a b", expected an optional DNS subdomain and a slash'],
  ['an annotation that is none', () => EnvSource.podField("metadata.annotations['']"), 'annotation in a pod field: got "", expected an optional DNS subdomain and a slash'],
  ['a ConfigMap that is no name', () => EnvSource.configMapKey('Config', 'a'), 'name of a ConfigMap: got "Config", expected a DNS subdomain'],
  ['a Secret that is no name', () => EnvSource.secretKey('', 'a'), 'name of a Secret: got "", expected a DNS subdomain'],
  ['a key that is none', () => EnvSource.secretKey('db', 'a/b'),
    'key of a ConfigMap or Secret: got "a/b", expected letters, digits, -, _ and ., not beginning with two dots; correct the key'],
  ['the directory itself', () => EnvSource.configMapKey('config', '.'), 'key of a ConfigMap or Secret: got "."'],
  ['the directory above', () => EnvSource.configMapKey('config', '..a'), 'key of a ConfigMap or Secret: got "..a"'],
  ['a key that is too long', () => EnvSource.configMapKey('config', 'a'.repeat(254)), 'key of a ConfigMap or Secret'],
  ['a key that is no text', () => EnvSource.configMapKey('config', 1 as never), 'key of a ConfigMap or Secret: got 1'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
