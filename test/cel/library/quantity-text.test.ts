import { evaluated } from './evaluated';
import { Format, parseQuantity, showQuantity } from '../../../src/cel/library/quantity-text';

/** In the canonical form, without looking at what was written. */
function canonical(text: string): string | undefined {
  const parsed = parseQuantity(text);
  return parsed && showQuantity(parsed.amount, parsed.format);
}

test.each([
  ['0', '0'], ['1', '1'], ['100m', '100m'], ['1000m', '1'], ['1500m', '1500m'], ['0.5', '500m'], ['.5', '500m'], ['5.', '5'], ['1k', '1k'], ['1000', '1k'],
  ['1500k', '1500k'], ['-1', '-1'], ['+1', '1'], ['007', '7'], ['1.20', '1200m'], ['1n', '1n'], ['1u', '1u'], ['3T', '3T'], ['3P', '3P'], ['3E', '3E'],
  ['1Ki', '1Ki'], ['1024', '1024'], ['1024Ki', '1Mi'], ['2048Mi', '2Gi'], ['1.5Gi', '1536Mi'], ['1023Ki', '1023Ki'], ['0.5Ki', '512'], ['0.5Mi', '512Ki'],
  ['1e3', '1e3'], ['1E3', '1e3'], ['1e2', '100'], ['1e+6', '1e6'], ['12e-3', '12e-3'], ['1e0', '1'], ['5Ei', '5Ei'],
])('%s is %s', (text, shown) => {
  expect(canonical(text)).toBe(shown);
});

test.each([
  '', 'x', '1 ', ' 1', '1.2.3', '1e', '1e1.5', '1ki', '1mi', '1Zi', '--1', '+-1', '1K', '1KiB', '1e99999999999999999999', '1+5', '1,5', '1_000', '1eE5', '1\n',
])('%j is none', text => {
  expect(parseQuantity(text)).toBeUndefined();
});

test('digits are not asked for, unless there is too much behind them', () => {
  expect(['-', '+', '.', 'm', '-.k', 'Ki', 'e3'].map(canonical)).toEqual(['0', '0', '0', '0', '0', '0', '0']);
  expect(['Pi', 'Ei', '-.Pi'].map(canonical)).toEqual([undefined, undefined, undefined]);
});

test('parts below a thousand-millionth are rounded up, away from zero', () => {
  expect(['0.1n', '1.1n', '-0.1n', '1e-100', '0.00000000000000000001', '1e-2147483647'].map(canonical)).toEqual(['1n', '2n', '-1n', '1e-9', '1n', '1e-9']);
});

test('with binary suffixes no amount is beyond 64 bits, without them one may be', () => {
  expect(canonical('8Ei')).toBe('9223372036854775807');
  expect(canonical('-100Ei')).toBe('-9223372036854775807');
  expect(canonical('123456789012345678901234567890')).toBe('123456789012345678901234567890');
});

test('an amount that binary suffixes cannot show exactly is shown with decimal ones', () => {
  expect(canonical('0.0001Ki')).toBe('102400u');
  expect(canonical('1.0001Ki')).toBe('1024102400u');
  expect(canonical('0.00000000001Ki')).toBe('11n');
});

test('beyond the largest suffix there is none', () => {
  expect(canonical('1000E')).toBe('1');
  expect(canonical('10E')).toBe('10E');
});

test.each<[string, string | undefined]>([
  ['1', '1'], ['+1', '+1'], ['007', '007'], ['1500m', '1500m'], ['1000m', undefined], ['0.5', undefined], ['1.5', undefined], ['1.500', '1.500'], ['1.000', undefined], ['3Ki', '3Ki'],
  ['8Ki', undefined], ['1e3', '1e3'], ['1e2', undefined],
])('%s keeps its own form as %s', (text, written) => {
  expect(parseQuantity(text)?.written).toBe(written);
});

test.each<[string, Format, boolean, number]>([
  ['1', 'decimal', true, 0], ['1.0', 'decimal', true, -1], ['1m', 'decimal', true, -3], ['1Gi', 'binary', true, 0], ['1.0Gi', 'binary', false, -9],
  ['123456789012345678', 'decimal', true, 0], ['1234567890123456789', 'decimal', false, -9], ['1e5', 'exponent', true, 5], ['0.5Ki', 'binary', false, -9],
  ['1e4294967299', 'exponent', true, 3],
])('%s is held as %s, small: %s, to the power %d', (text, format, isSmall, power) => {
  const parsed = parseQuantity(text)!;
  expect([parsed.format, parsed.amount.isSmall, parsed.amount.power]).toEqual([format, isSmall, power]);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['isQuantity("1Pi")', true], ['isQuantity("0Ei")', true], ['isQuantity("0e5")', true], ['isQuantity("1e+3")', true], ['isQuantity("+1")', true],
  ['isQuantity("0.5n")', true], ['isQuantity("1n")', true], ['isQuantity("999999999999")', true], ['isQuantity("-0.1n")', true], ['isQuantity("1e18")', true],
  ['isQuantity("0.1Ki")', true], ['isQuantity("3Ki")', true], ['isQuantity("100000000000000000000")', true], ['isQuantity("1E3")', true], ['isQuantity("1E")', true],
  ['isQuantity("1e")', false], ['isQuantity("1.5Gi")', true], ['isQuantity("-1.5Gi")', true], ['isQuantity("0")', true], ['isQuantity("-0")', true],
  ['isQuantity("0Ki")', true], ['isQuantity(".5")', true], ['isQuantity("5.")', true], ['isQuantity("1.23456789n")', true], ['isQuantity("1Ei")', true],
  ['isQuantity("9Ei")', true], ['isQuantity("8Ei")', true], ['isQuantity("-8Ei")', true], ['isQuantity("0.0001Ki")', true], ['isQuantity("1k")', true],
  ['isQuantity("1M")', true], ['isQuantity("1G")', true], ['isQuantity("1T")', true], ['isQuantity("1P")', true], ['isQuantity("1u")', true],
  ['isQuantity("1m")', true], ['isQuantity("1500m")', true], ['isQuantity("1e-3")', true], ['isQuantity("1e-10")', true], ['isQuantity("+1.5e+3")', true],
  ['isQuantity("1Mi")', true], ['isQuantity("1Ti")', true], ['isQuantity("1000000000")', true], ['isQuantity("9223372036854775807")', true],
  ['isQuantity("9223372036854775808")', true], ['isQuantity("0.000000001")', true], ['isQuantity("0.0000000001")', true], ['isQuantity("1i")', false],
  ['isQuantity("Ki")', true], ['isQuantity("a")', false], ['isQuantity("1 ")', false], ['isQuantity("1e1000")', true], ['isQuantity("12345678901234567890n")', true],
  ['isQuantity("1.0Ki")', true], ['isQuantity("1024")', true], ['isQuantity("1e3Ki")', false], ['quantity("1Pi")', '1Pi'], ['quantity("0Ei")', '0'],
  ['quantity("0e5")', '0'], ['quantity("1e+3")', '1e+3'], ['quantity("+1")', '+1'], ['quantity("0.5n")', '1n'], ['quantity("1n")', '1n'],
  ['quantity("999999999999")', '999999999999'], ['quantity("-0.1n")', '-1n'], ['quantity("1e18")', '1e18'], ['quantity("0.1Ki")', '102400m'],
  ['quantity("3Ki")', '3Ki'], ['quantity("100000000000000000000")', '100E'], ['quantity("1E3")', '1E3'], ['quantity("1E")', '1E'],
  ['quantity("1e")', '!text is no quantity: got "1e"'], ['quantity("1.5Gi")', '1536Mi'], ['quantity("-1.5Gi")', '-1536Mi'], ['quantity("0")', '0'],
  ['quantity("-0")', '0'], ['quantity("0Ki")', '0'], ['quantity(".5")', '500m'], ['quantity("5.")', '5.'], ['quantity("1.23456789n")', '2n'],
  ['quantity("1Ei")', '1Ei'], ['quantity("9Ei")', '9223372036854775807'], ['quantity("8Ei")', '9223372036854775807'], ['quantity("-8Ei")', '-9223372036854775807'],
  ['quantity("0.0001Ki")', '102400u'], ['quantity("1k")', '1k'], ['quantity("1M")', '1M'], ['quantity("1G")', '1G'], ['quantity("1T")', '1T'],
  ['quantity("1P")', '1P'], ['quantity("1u")', '1u'], ['quantity("1m")', '1m'], ['quantity("1500m")', '1500m'], ['quantity("1e-3")', '1e-3'],
  ['quantity("1e-10")', '1e-9'], ['quantity("+1.5e+3")', '1500'], ['quantity("1Mi")', '1Mi'], ['quantity("1Ti")', '1Ti'], ['quantity("1000000000")', '1G'],
  ['quantity("9223372036854775807")', '9223372036854775807'], ['quantity("9223372036854775808")', '9223372036854775808'], ['quantity("0.000000001")', '1n'],
  ['quantity("0.0000000001")', '1n'], ['quantity("1i")', '!text is no quantity: got "1i"'], ['quantity("Ki")', '0'],
  ['quantity("a")', '!text is no quantity: got "a"'], ['quantity("1 ")', '!text is no quantity: got "1 "'], ['quantity("1e1000")', '10e999'],
  ['quantity("12345678901234567890n")', '12345678901234567890n'], ['quantity("1.0Ki")', '1Ki'], ['quantity("1024")', '1024'],
  ['quantity("1e3Ki")', '!text is no quantity: got "1e3Ki"'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
