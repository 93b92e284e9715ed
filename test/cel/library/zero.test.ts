import { isZero } from '../../../src/cel/library/zero';
import { Double, Duration, Optional, Timestamp, Uint, Value, ValueMap } from '../../../src/cel/value';

test.each<[string, Value]>([
  ['null', null], ['false', false], ['an empty text', ''], ['zero', 0], ['zero as a double', new Double(0)], ['zero below', new Double(-0)],
  ['zero without sign', new Uint(0n)], ['no bytes', new Uint8Array()], ['an empty list', []], ['an empty object', {}], ['an empty map', new ValueMap(new Map())],
  ['no time', new Duration(0n)], ['the first second of the year 1', new Timestamp(-62_135_596_800_000_000_000n)],
])('%s says nothing', (_, value) => {
  expect(isZero(value)).toBe(true);
});

test.each<[string, Value]>([
  ['true', true], ['a space', ' '], ['one', 1], ['minus one', -1], ['a half', 0.5], ['no number', new Double(NaN)], ['one without sign', new Uint(1n)],
  ['a large int', 2n ** 60n], ['a byte', new Uint8Array([0])], ['a list with zero', [0]], ['an object with a field', { '': 0 }], ['a nanosecond', new Duration(1n)],
  ['1970', new Timestamp(0n)], ['an optional without a value', Optional.NONE], ['an optional zero', Optional.of(0)],
])('%s says something', (_, value) => {
  expect(isZero(value)).toBe(false);
});
