import { equal } from '../../../src/cel/standard/equality';
import { mapFrom } from '../../../src/cel/standard/keys';
import { BOOL, INT } from '../../../src/cel/type';
import { Double, Duration, Optional, Timestamp, TypeValue, Uint, Value } from '../../../src/cel/value';
import { evaluated } from '../library/evaluated';

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

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['b"a" == b"a"', true], ['b"a" == b"b"', false], ['duration("1s") == duration("2s")', false], ['timestamp(1) == timestamp(2)', false],
  ['dyn(null) == dyn([1])', false], ['dyn([1]) == dyn(null)', false], ['dyn({"a": 1}) == dyn("a")', false], ['dyn("a") == dyn({"a": 1})', false],
  ['{"a": 1, "b": 2} == {"a": 1, "b": 3}', false], ['{"a": 1} == {"b": 1}', false], ['{"a": 1} == {"a": 1, "b": 2}', false],
  ['optional.of(1) == optional.of(2)', false], ['optional.none() == optional.of(1)', false], ['quantity("1") == quantity("1000m")', true],
  ['dyn(quantity("1")) == dyn(1)', '!no such overload'], ['dyn(1) == dyn(quantity("1"))', false], ['[1, 2] == [1, 3]', false], ['dyn([1]) == dyn([1.0])', true],
  ['dyn(ip("10.0.0.1")) == dyn(duration("1s"))', '!no such overload'], ['dyn({1: 2}) == dyn({1.0: 2}.map(k, 1))', false], ['type(1) == type(2)', true],
  ['dyn(type(1)) == dyn(int)', true], ['{"a": null} == {"b": null}', false], ['[dyn(quantity("1"))] == [dyn(1)]', true],
  ['{"a": dyn(quantity("1"))} == {"a": dyn(1)}', true], ['dyn(quantity("1")) != dyn(1)', true], ['dyn(quantity("1")) in [dyn(1)]', false],
  ['dyn(1) in [dyn(quantity("1"))]', false], ['dyn(quantity("1")) == dyn(null)', false], ['dyn("1") == dyn(quantity("1"))', false],
  ['optional.of(dyn(quantity("1"))) == optional.of(dyn(1))', '!no such overload'], ['dyn(quantity("1")) != dyn(null)', true],
  ['dyn(url("/a")) == dyn(1)', '!no such overload'], ['[dyn(ip("10.0.0.1"))] != [dyn("x")]', false], ['[[dyn(quantity("1"))]].indexOf([dyn(1)])', 0],
  ['[dyn(quantity("1"))].indexOf(dyn(1))', -1], ['dyn(ip("10.0.0.1")) in [dyn(1), dyn(ip("10.0.0.1"))]', true],
  ['[dyn(ip("10.0.0.1")), dyn(1)] == [dyn("x"), dyn(2)]', false],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
