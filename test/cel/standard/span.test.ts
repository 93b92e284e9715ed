import { checkSpan, countOf, parseSpan, showSpan } from '../../../src/cel/standard/span';
import { faultOf } from '../library/evaluated';

test.each<[string, bigint, string]>([
  ['1h30m', 5_400_000_000_000n, '5400s'], ['-1.5s', -1_500_000_000n, '-1.5s'], ['1us', 1000n, '0.000001s'], ['0', 0n, '0s'], ['1.5h', 5_400_000_000_000n, '5400s'],
])('%s is read and shown', (text, nanoseconds, shown) => {
  expect(parseSpan(text).nanoseconds).toBe(nanoseconds);
  expect(showSpan(parseSpan(text))).toBe(shown);
});

test.each(['', '1', '1d', 's', '1h-1m', '300000h'.repeat(10)])('%j is no duration', text => {
  expect(faultOf(() => parseSpan(text))).toBe('type conversion error from \'string\' to \'google.protobuf.Duration\'');
});

test('a duration ends with 64 bits', () => {
  expect(faultOf(() => checkSpan(2n ** 63n))).toBe('integer overflow');
  expect(countOf(checkSpan(3_000_000_000n), 1_000_000_000n)).toBe(3);
});
