import { fn } from '../../src/cel/overload';
import { A, BOOL, DURATION, DYN, INT, listOf, mapOf, opaque, optionalOf, typeOf } from '../../src/cel/type';
import { typeNames } from '../../src/cel/type-names';

const library = (...results: ReturnType<typeof opaque>[]) => ({
  name: 'example', since: 0, overloads: results.map(result => fn('make', [], result, () => null)),
});

test('the types of the language have names, and lists and maps hold anything', () => {
  const names = typeNames([]);
  expect([...names.keys()]).toEqual([
    'bool', 'bytes', 'double', 'google.protobuf.Duration', 'int', 'null_type', 'string', 'google.protobuf.Timestamp', 'uint', 'list', 'map', 'type',
  ]);
  expect([names.get('bool'), names.get('int'), names.get('google.protobuf.Duration')]).toEqual([BOOL, INT, DURATION]);
  expect([names.get('list'), names.get('map'), names.get('type')]).toEqual([listOf(DYN), mapOf(DYN, DYN), typeOf(DYN)]);
});

test('addresses and optionals have names once a library makes them', () => {
  const names = typeNames([library(opaque('net.IP'), opaque('net.CIDR'), optionalOf(A))]);
  expect([names.get('net.IP'), names.get('net.CIDR'), names.get('optional_type')]).toEqual([opaque('net.IP'), opaque('net.CIDR'), optionalOf(DYN)]);
});

test.each(['kubernetes.Quantity', 'kubernetes.URL', 'kubernetes.Semver', 'kubernetes.NamedFormat'])('%s is no name, as in the API server', name => {
  expect(typeNames([library(opaque(name))]).has(name)).toBe(false);
});
