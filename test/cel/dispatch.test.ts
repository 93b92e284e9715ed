import { dispatch } from '../../src/cel/dispatch';
import type { Frame } from '../../src/cel/frame';
import { fn, Overload } from '../../src/cel/overload';
import { A, BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, NULL, opaque, optionalOf, STRING, TIMESTAMP, Type, typeOf, UINT } from '../../src/cel/type';
import { double, Duration, Optional, OpaqueValue, Timestamp, TypeValue, uint, Value } from '../../src/cel/value';

class Address extends OpaqueValue {
  public readonly type = opaque('net.IP');
  public equals(): boolean { return true; }
  public toString(): string { return 'address'; }
}

const FRAME: Frame = { values: {}, locals: [], steps: 0, cost: 0 };

function call(overloads: readonly Overload[], values: readonly Value[]): Value {
  return dispatch({ args: [], overloads, isOne: false }, values.map(value => () => value))(FRAME);
}

const taking = (...args: Type[]) => fn('f', args, STRING, () => 'taken');

const VALUES: readonly (readonly [Type, Value])[] = [
  [NULL, null], [BOOL, true], [INT, 1], [UINT, uint(1n)], [DOUBLE, double(1)], [STRING, 'a'], [BYTES, new Uint8Array(1)], [DURATION, new Duration(1n)],
  [TIMESTAMP, new Timestamp(1n)], [listOf(A), [1]], [mapOf(A, A), { a: 1 }], [typeOf(DYN), new TypeValue(INT)], [optionalOf(A), Optional.of(1)],
  [opaque('net.IP'), new Address()],
];

test.each(VALUES)('what asks for %j is given that, and nothing else', (type, value) => {
  expect(call([taking(type)], [value])).toBe('taken');
  for (const [, other] of VALUES.filter(([, each]) => each !== value)) {
    expect(() => call([taking(type)], [other])).toThrow(expect.objectContaining({ message: 'no such overload' }));
  }
  expect(call([taking(DYN)], [value])).toBe('taken');
});

test.each<[Type, Value, boolean]>([
  [listOf(STRING), ['a', 1], true], [listOf(STRING), [1, 'a'], false], [listOf(STRING), [], true], [listOf(listOf(INT)), [['a']], false],
  [mapOf(STRING, INT), { a: 1 }, true], [mapOf(STRING, INT), { a: 'b' }, false], [mapOf(INT, DYN), { a: 1 }, false], [mapOf(STRING, INT), {}, true],
  [opaque('net.CIDR'), new Address(), false],
])('%# of a list or a map the first element is looked at', (type, value, taken) => {
  let result: Value = 'refused';
  try { result = call([taking(type)], [value]); } catch (error) { expect(error).toEqual({ message: 'no such overload' }); }
  expect(result).toBe(taken ? 'taken' : 'refused');
});

test.each([0, 1, 2, 3])('the first form that fits is called, with %i arguments', count => {
  const form = (type: Type, name: string) => fn('f', Array<Type>(count).fill(type), STRING, (...values: Value[]) => `${name}${values.join('')}`);
  expect(call([form(INT, 'int'), form(STRING, 'text')], Array<Value>(count).fill('a'))).toBe(`${count === 0 ? 'int' : 'text'}${'a'.repeat(count)}`);
});

test.each([1, 2, 3])('a form that takes everything is called without a look, with %i arguments', count => {
  const form = fn('f', Array<Type>(count).fill(DYN), STRING, (...values: Value[]) => values.join(''));
  expect(call([form], Array<Value>(count).fill('a'))).toBe('a'.repeat(count));
});
