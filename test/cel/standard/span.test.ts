import { checkSpan, countOf, parseSpan, showSpan } from '../../../src/cel/standard/span';
import { evaluated, faultOf } from '../library/evaluated';

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

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['string(duration(dyn("1h")))', '3600s'], ['string(duration(dyn("90m")))', '5400s'], ['string(duration(dyn("1h30m")))', '5400s'],
  ['string(duration(dyn("1.5h")))', '5400s'], ['string(duration(dyn("1ns")))', '0.000000001s'], ['string(duration(dyn("1us")))', '0.000001s'],
  ['string(duration(dyn("1µs")))', '0.000001s'], ['string(duration(dyn("1μs")))', '0.000001s'], ['string(duration(dyn("1ms")))', '0.001s'],
  ['string(duration(dyn("1s")))', '1s'], ['string(duration(dyn("-1.5s")))', '-1.5s'], ['string(duration(dyn("+1s")))', '1s'], ['string(duration(dyn("0")))', '0s'],
  ['string(duration(dyn("")))', 'refused'], ['string(duration(dyn("1")))', 'refused'], ['string(duration(dyn("1d")))', 'refused'],
  ['string(duration(dyn("1h 2m")))', 'refused'], ['string(duration(dyn(".5s")))', '0.5s'], ['string(duration(dyn("1.s")))', '1s'],
  ['string(duration(dyn(".s")))', 'refused'], ['string(duration(dyn("s")))', 'refused'], ['string(duration(dyn("--1s")))', 'refused'],
  ['string(duration(dyn("9223372036s")))', '9223372036s'], ['string(duration(dyn("9223372037s")))', 'refused'], ['string(duration(dyn("1.0000000001s")))', '1s'],
  ['string(duration(dyn("1e3s")))', 'refused'], ['string(duration(dyn("0s")))', '0s'], ['string(duration(dyn("-0s")))', '0s'],
  ['string(duration(dyn("100ms")))', '0.1s'], ['string(duration(dyn("1500ms")))', '1.5s'], ['string(duration(dyn("1h0m0.5s")))', '3600.5s'],
  ['string(duration(dyn("2540400h")))', '9145440000s'], ['string(duration(dyn("1m1m")))', '120s'],
  ['duration(dyn("9223372036854775807ns")) == duration("2562047h47m16.854775807s")', true], ['string(duration(dyn("9223372036854775807ns")))', '9223372036.854776s'],
  ['string(duration(dyn("9223372036854775808ns")))', 'refused'], ['string(duration(dyn("-9223372036854775808ns")))', '-9223372036.854776s'],
  ['string(duration(dyn("-9223372036854775809ns")))', 'refused'], ['string(duration(dyn("0.9223372036854775807h")))', '3320.413933267s'],
  ['string(duration(dyn("0.92233720368547758079h")))', '3320.413933267s'], ['string(duration(dyn("0.5h")))', '1800s'], ['string(duration(dyn("00")))', 'refused'],
  ['string(duration(dyn("+0")))', '0s'], ['string(duration(dyn("-0")))', '0s'], ['string(duration(dyn("01s")))', '1s'], ['string(duration(dyn("0x")))', 'refused'],
  ['string(duration(dyn("00s")))', '0s'], ['string(duration(dyn("0.000000000000000000000001s")))', '0s'],
  ['string(duration(dyn("1.99999999999999999999999s")))', '2s'], ['string(duration(dyn("1.5us")))', '0.0000015s'],
  ['string(duration(dyn("0.9223372036854775808ns")))', '0s'], ['string(duration(dyn("0.1ns")))', '0s'],
  ['string(duration(dyn("2562047h47m16.854775807s")))', '9223372036.854776s'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
