import { faultOf } from './evaluated';
import { format } from '../../../src/cel/library/format-text';
import { INT, listOf } from '../../../src/cel/type';
import { Double, Duration, Optional, Timestamp, TypeValue, Uint, Value, ValueMap } from '../../../src/cel/value';

const MINUTE = new Duration(60_000_000_000n);
const START = new Timestamp(0n);
const BYTES = new Uint8Array([0x61, 0xc3, 0xa9]);

test.each<[string, Value, string]>([
  ['%s', 'a"b', 'a"b'], ['%s', 5, '5'], ['%s', new Uint(5n), '5'], ['%s', 1.5, '1.5'], ['%s', new Double(Infinity), '+Inf'], ['%s', true, 'true'], ['%s', null, 'null'],
  ['%s', BYTES, 'aé'], ['%s', MINUTE, '60s'], ['%s', START, '1970-01-01T00:00:00Z'], ['%s', new TypeValue(listOf(INT)), 'list'], ['%s', 2n ** 60n, '1152921504606846976'],
  ['%s', [], '[]'], ['%s', {}, '{}'],
  ['%s', ['a', 1, 1.5, null, true, BYTES], '["a", 1, 1.500000, null, true, b"aé"]'],
  ['%s', [new Double(NaN), new Double(-Infinity), new Double(1e21)], '["NaN", "-Inf", 1000000000000000000000.000000]'],
  ['%s', [MINUTE, START], '[duration("60s"), timestamp("1970-01-01T00:00:00Z")]'],
  ['%s', { b: 1, a: ['x'] }, '{"a":["x"], "b":1}'],
  ['%s', new ValueMap(new Map([['n2', [2, 'b']], ['n10', [10, 'a']], ['btrue', [true, 'c']]])), '{10:"a", 2:"b", true:"c"}'],
  ['%d', 255, '255'], ['%d', new Uint(255n), '255'], ['%b', 5, '101'], ['%b', -5, '-101'], ['%b', true, '1'], ['%b', false, '0'], ['%o', 8, '10'],
  ['%x', 255, 'ff'], ['%X', 255, 'FF'], ['%x', -255, '-ff'], ['%x', 'é', 'c3a9'], ['%X', 'é', 'C3A9'], ['%x', BYTES, '61c3a9'],
  ['%f', 1.5, '1.500000'], ['%.2f', 1234.567, '1,234.57'], ['%.0f', 1.5, '2'], ['%f', 'NaN', 'NaN'], ['%f', '-Infinity', '-∞'],
  ['%e', 1052.03, '1.052030×10⁰³'], ['%.15e', 1.5, '  1.500000×10⁰⁰'], ['%e', 'Infinity', '     ∞'],
  ['%.2s', 'long', 'long'],
])('%s of %p is %s', (text, value, done) => {
  expect(format(text, [value])).toBe(done);
});

test('each clause takes the next value, and two percent signs are one', () => {
  expect(format('%s%% of %d, %s', ['5', 10, 'done'])).toBe('5% of 10, done');
  expect(format('100%%', [])).toBe('100%');
  expect(format('no clause', ['unused'])).toBe('no clause');
});

test.each<[string, readonly Value[], string]>([
  ['%s', [], 'index 0 out of range'],
  ['%s %s', ['a'], 'index 1 out of range'],
  ['%', ['a'], 'unexpected end of string'],
  ['%.3', ['a'], 'unexpected end of string'],
  ['%q', ['a'], 'unrecognized formatting clause "q"'],
  ['%d', ['a'], 'clause asks for an int'],
  ['%d', [1.5], 'clause asks for an int'],
  ['%x', [1.5], 'clause asks for an int'],
  ['%o', [true], 'clause asks for an int'],
  ['%f', [1], 'clause asks for a double'],
  ['%e', ['nan'], 'clause asks for a double'],
  ['%.f', [1.5], 'precision has no such value: got "", expected 0 to 1000000'],
  ['%.1000001f', [1.5], 'precision has no such value: got "1000001", expected 0 to 1000000'],
  ['%s', [new Uint8Array([0xff])], 'invalid UTF-8 in bytes, cannot convert to string'],
  ['%s', [Optional.NONE], 'no formatting function for optional_type'],
  ['%s', [new ValueMap(new Map([['d', [1.5, 1]]]))], 'no formatting function for map key of type double'],
])('%j of %p is a fault', (text, args, message) => {
  expect(faultOf(() => format(text, args))).toBe(message);
});
