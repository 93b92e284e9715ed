import { typeName, typeOfValue } from '../../../src/cel/standard/type-of';
import { showType } from '../../../src/cel/type';
import { Double, Duration, Optional, Timestamp, TypeValue, Uint, Value } from '../../../src/cel/value';

test.each<[Value, string]>([
  [null, 'null_type'], [true, 'bool'], [1, 'int'], [2n ** 60n, 'int'], [new Uint(1n), 'uint'], [1.5, 'double'], [new Double(1), 'double'], ['a', 'string'], [Uint8Array.from([]), 'bytes'],
  [[1], 'list(dyn)'], [{}, 'map(dyn, dyn)'], [new Duration(0n), 'google.protobuf.Duration'], [new Timestamp(0n), 'google.protobuf.Timestamp'], [Optional.NONE, 'optional_type(dyn)'],
])('%p is of type %s', (value, type) => {
  expect(showType(typeOfValue(value))).toBe(type);
});

test('the name of a type says nothing of its parameters', () => {
  expect([typeName(typeOfValue([1])), typeName(typeOfValue({})), typeName(typeOfValue(new TypeValue(typeOfValue(1))))]).toEqual(['list', 'map', 'type']);
});
