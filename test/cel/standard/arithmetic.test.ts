import { Duration, Timestamp, Uint } from '../../../src/cel/value';
import { evaluated } from '../library/evaluated';

test.each([
  ['1 + 2', 3], ['9007199254740991 + 1', 2n ** 53n], ['9223372036854775807 + 1', '!integer overflow'], ['7 / 2', 3], ['-7 / 2', -3], ['-7 % 2', -1], ['7 % dyn(0)', '!modulus by zero'],
  ['7 / dyn(0)', '!division by zero'], ['3u - dyn(4u)', '!unsigned integer overflow'], ['1.5 + 1.5', 3], ['1.0 / 0.0', Infinity], ['"a" + "b"', 'ab'], ['[1] + [2]', [1, 2]],
  ['size(b"a" + b"bc")', 3], ['!true', false], ['-dyn(5)', -5], ['duration("1h") + duration("1m") == duration("61m")', true],
  ['timestamp("2024-01-01T00:00:00Z") - timestamp("2023-12-31T00:00:00Z") == duration("24h")', true], ['timestamp("2024-01-01T00:00:00Z") + duration("1s") > timestamp("2024-01-01T00:00:00Z")', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

test('a duration can be turned round where nothing is known of it before', () => {
  expect(evaluated('-x == duration("-90s")', { x: new Duration(90n * 10n ** 9n) })).toBe(true);
  expect(evaluated('-duration("90s")')).toBe('refused');
  expect(evaluated('-x', { x: new Duration(-(2n ** 63n)) })).toBe('!integer overflow');
});

test.each(['a', true, null, new Timestamp(0n), new Uint(1n)])('%p has no contrary', x => {
  expect(evaluated('-x', { x })).toBe('!no such overload');
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['dyn(7) + dyn(3)', 10], ['dyn(7) - dyn(3)', 4], ['dyn(7) * dyn(3)', 21], ['dyn(7) / dyn(3)', 2], ['dyn(7) % dyn(3)', 1], ['dyn(-7) + dyn(3)', -4],
  ['dyn(-7) - dyn(3)', -10], ['dyn(-7) * dyn(3)', -21], ['dyn(-7) / dyn(3)', -2], ['dyn(-7) % dyn(3)', -1], ['string(dyn(7u) + dyn(3u))', '10'],
  ['string(dyn(7u) - dyn(3u))', '4'], ['string(dyn(7u) * dyn(3u))', '21'], ['string(dyn(7u) / dyn(3u))', '2'], ['string(dyn(7u) % dyn(3u))', '1'],
  ['dyn(7.5) + dyn(2.5)', 10], ['dyn(7.5) - dyn(2.5)', 5], ['dyn(7.5) * dyn(2.5)', 18.75], ['dyn(7.5) / dyn(2.5)', 3], ['dyn(7.5) % dyn(2.5)', '!no such overload'],
  ['dyn(9223372036854775807) + dyn(2)', '!integer overflow'], ['dyn(9223372036854775807) - dyn(2)', 9223372036854775805n],
  ['dyn(9223372036854775807) * dyn(2)', '!integer overflow'], ['dyn(9223372036854775807) / dyn(2)', 4611686018427387903n], ['dyn(9223372036854775807) % dyn(2)', 1],
  ['dyn(-9223372036854775807) + dyn(2)', -9223372036854775805n], ['dyn(-9223372036854775807) - dyn(2)', '!integer overflow'],
  ['dyn(-9223372036854775807) * dyn(2)', '!integer overflow'], ['dyn(-9223372036854775807) / dyn(2)', -4611686018427387903n],
  ['dyn(-9223372036854775807) % dyn(2)', -1], ['dyn(3037000500) + dyn(3037000500)', 6074001000], ['dyn(3037000500) - dyn(3037000500)', 0],
  ['dyn(3037000500) * dyn(3037000500)', '!integer overflow'], ['dyn(3037000500) / dyn(3037000500)', 1], ['dyn(3037000500) % dyn(3037000500)', 0],
  ['dyn(18446744073709551615u) + dyn(2u)', '!unsigned integer overflow'], ['string(dyn(18446744073709551615u) - dyn(2u))', '18446744073709551613'],
  ['dyn(18446744073709551615u) * dyn(2u)', '!unsigned integer overflow'], ['string(dyn(18446744073709551615u) / dyn(2u))', '9223372036854775807'],
  ['string(dyn(18446744073709551615u) % dyn(2u))', '1'], ['dyn(-9223372036854775808) / dyn(-1)', '!integer overflow'],
  ['dyn(-9223372036854775808) % dyn(-1)', '!integer overflow'], ['dyn(7u) / dyn(0u)', '!division by zero'], ['dyn(7u) % dyn(0u)', '!modulus by zero'],
  ['dyn(1) + dyn(1u)', '!no such overload'], ['dyn(1) + dyn("a")', '!no such overload'], ['0 * -1', 0], ['-(0)', 0], ['-(0.0) == 0.0', true],
  ['dyn([1]) + dyn(["a"])', [1, 'a']], ['string(b"" + b"a")', 'a'], ['string(duration("1h") - duration("90m"))', '-1800s'],
  ['string(duration("1h") + timestamp(0))', '1970-01-01T01:00:00Z'], ['string(timestamp(3600) - duration("1h"))', '1970-01-01T00:00:00Z'],
  ['string(timestamp(3600) - timestamp(0))', '3600s'], ['timestamp("9999-12-31T23:59:59Z") + duration("1s")', '!timestamp overflow'],
  ['timestamp("0001-01-01T00:00:00Z") - duration("1s")', '!timestamp overflow'],
  ['string(timestamp("2024-01-01T00:00:00+02:00") + duration("1s"))', '2024-01-01T00:00:01+02:00'],
  ['duration("2540400h") + duration("2540400h")', '!integer overflow'],
  ['timestamp("9999-12-31T23:59:59Z") - timestamp("0001-01-01T00:00:00Z")', '!integer overflow'], ['!dyn(1)', '!no such overload'], ['-dyn(1.5)', -1.5],
  ['-dyn(9223372036854775807)', -9223372036854775807n], ['-dyn(-9223372036854775808)', '!integer overflow'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
