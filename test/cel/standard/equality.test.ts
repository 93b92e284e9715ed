import { equal } from '../../../src/cel/standard/equality';
import { mapFrom } from '../../../src/cel/standard/keys';
import { BOOL, INT } from '../../../src/cel/type';
import { Double, Duration, Optional, Timestamp, TypeValue, Uint, Value } from '../../../src/cel/value';

test.each<[Value, Value]>([
  [1, new Double(1)], [1, new Uint(1n)], [new Uint(1n), new Double(1)], [null, null],
  [[1, [2]], [new Uint(1n), [2]]], [{ a: { b: 1 } }, { a: { b: new Double(1) } }],
  [mapFrom([[1, 'a']]), mapFrom([[new Uint(1n), 'a']])], [new Duration(5n), new Duration(5n)], [new Timestamp(5n), new Timestamp(5n)], [new TypeValue(INT), new TypeValue(INT)],
  [Optional.of(1), Optional.of(1)], [Optional.NONE, Optional.NONE], [Uint8Array.from([1]), Uint8Array.from([1])],
])('%p is %p', (a, b) => {
  expect([equal(a, b), equal(b, a)]).toEqual([true, true]);
});

test.each<[Value, Value]>([
  [1, '1'], [1, true], [null, 0], [NaN, NaN], [[1], [1, 2]], [{ a: 1 }, { b: 1 }], [{ a: 1 }, [1]], [{}, { constructor: 1 } as never], [new Duration(5n), new Timestamp(5n)],
  [new TypeValue(INT), new TypeValue(BOOL)], [Optional.of(1), Optional.NONE], [Uint8Array.from([1]), [1]],
])('%p is not %p', (a, b) => {
  expect([equal(a, b), equal(b, a)]).toEqual([false, false]);
});
