import { EnvSource } from '../../src';
import { environment } from '../../src/workload/environment';

const any = (value: unknown) => value as any;

test('nothing is nothing', () => {
  expect(environment('"web"')).toEqual([]);
});

test('values come first, then what comes from elsewhere, each in the order given', () => {
  expect(environment('"web"', { B: '1', A: '' }, { D: EnvSource.podField('metadata.name'), C: EnvSource.secretKey('s', 'k') })).toEqual([
    { name: 'B', value: '1' },
    { name: 'A', value: '' },
    { name: 'D', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'C', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
  ]);
});

test('names that every object has are names like others', () => {
  expect(environment('"web"', { ['__proto__']: 'a', constructor: 'b', toString: 'c' }).map(each => each.name)).toEqual(['__proto__', 'constructor', 'toString']);
  expect(environment('"web"', {}, { toString: EnvSource.secretKey('s', 'k') })).toHaveLength(1);
});

test.each<[string, () => unknown, string]>([
  ['a name that begins with a digit', () => environment('"web"', { '1A': '' }),
    'environment variable of "web": got "1A", expected letters, digits, hyphens, dots and underscores, not beginning with a digit or two dots; choose another name'],
  ['an empty name', () => environment('"web"', {}, { '': EnvSource.secretKey('s', 'k') }), 'environment variable of "web": got ""'],
  ['a value that is no text, without showing it', () => environment('"web"', any({ PORT: 8080 })),
    'environment variable PORT of "web": expected a text without NUL; write numbers and booleans in quotes'],
  ['a value with NUL, without showing it', () => environment('"web"', { A: 'secret\0' }), 'environment variable A of "web": expected a text without NUL'],
  ['a name in both maps', () => environment('"web"', { A: '' }, { A: EnvSource.secretKey('s', 'k') }),
    'environment variable of "web" stands in env and in envFrom: got "A", expected one of the two; remove it from one'],
  ['a list of variables', () => environment('"web"', any([{ name: 'A', value: '' }])), 'env of "web": got [{"name":"A","value":""}], expected named values; write { name: value }'],
  ['a plain value among the sources', () => environment('"web"', {}, any({ A: 'b' })),
    'envFrom A of "web": got "b", expected EnvSource.configMapKey(…), .secretKey(…) or .podField(…); put plain values into env'],
  ['sources in another form', () => environment('"web"', {}, any('configmap')), 'envFrom of "web": got "configmap", expected named values'],
])('fails on %s', (_, make, message) => {
  expect(make).toThrow(message);
});
