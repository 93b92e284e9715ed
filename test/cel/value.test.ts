import { INT, opaque } from '../../src/cel/type';
import {
  Double, double, Fault, fault, int, isDouble, isInt, isList, isMap, isObject, numberOf, OpaqueValue, Optional, Timestamp, TypeValue, Uint,
  uint, ValueMap,
} from '../../src/cel/value';

function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) { return error.message; }
    throw error;
  }
  throw new Error('nothing was thrown');
}

test.each<[bigint, unknown]>([
  [0n, 0], [-5n, -5], [2n ** 53n - 1n, Number.MAX_SAFE_INTEGER],
  [2n ** 53n, 2n ** 53n], [2n ** 63n - 1n, 2n ** 63n - 1n], [-(2n ** 63n), -(2n ** 63n)],
])('the int %s has one form', (value, form) => {
  expect(int(value)).toBe(form);
  expect(isInt(int(value))).toBe(true);
  expect(isDouble(int(value))).toBe(false);
});

test('an int ends with 64 bits', () => {
  expect(faultOf(() => int(2n ** 63n))).toBe('integer overflow');
  expect(faultOf(() => int(-(2n ** 63n) - 1n))).toBe('integer overflow');
});

test('an unsigned int ends with 64 bits and at zero', () => {
  expect(uint(2n ** 64n - 1n)).toEqual(new Uint(2n ** 64n - 1n));
  expect(faultOf(() => uint(2n ** 64n))).toBe('unsigned integer overflow');
  expect(faultOf(() => uint(-1n))).toBe('unsigned integer overflow');
});

test.each([0, -0, 1, 1.5, 1e300, NaN, Infinity, -Infinity])('the double %s has one form, which is no int', value => {
  expect(isDouble(double(value))).toBe(true);
  expect(isInt(double(value))).toBe(false);
  expect(Object.is(numberOf(double(value)), value)).toBe(true);
});

test('only a double that could be taken for an int is wrapped', () => {
  expect(double(1.5)).toBe(1.5);
  expect(double(2)).toEqual(new Double(2));
});

test('numbers of JSON are read as the API server reads them: whole ones are ints, up to 2^53', () => {
  expect([3, -3].map(isInt)).toEqual([true, true]);
  expect([1.5, 1e300].map(isDouble)).toEqual([true, true]);
});

class Thing extends OpaqueValue {
  public readonly type = opaque('thing');
  public equals(): boolean { return false; }
  public toString(): string { return 'thing'; }
}

test('a map is a JSON object, or a map with other keys, and nothing else', () => {
  const objects = [{}, { a: 1 }, Object.create(null)];
  const others = [null, 'a', 1, [], new Double(1), new Uint(1n), new Timestamp(0n), new TypeValue(INT), Optional.NONE, new Thing(), new Uint8Array()];
  expect(objects.map(isObject)).toEqual([true, true, true]);
  expect(others.filter(each => isObject(each) || isMap(each))).toEqual([]);
  expect(isMap(new ValueMap(new Map()))).toBe(true);
  expect(isObject(new ValueMap(new Map()))).toBe(false);
});

test('a list is an array, and bytes are none', () => {
  expect([[], [1]].map(isList)).toEqual([true, true]);
  expect(isList(new Uint8Array())).toBe(false);
});

test('an optional has a value or has none', () => {
  expect([Optional.of(null).hasValue, Optional.of(1).value, Optional.NONE.hasValue]).toEqual([true, 1, false]);
});

test('a fault carries its message, and no stack', () => {
  expect(faultOf(() => fault('no such key: a'))).toBe('no such key: a');
  expect(new Fault('x')).not.toBeInstanceOf(Error);
});
