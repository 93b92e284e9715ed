import { evaluated } from '../library/evaluated';

test.each([
  ['int("12")', 12], ['int(1.9)', 1], ['int(-1.9)', -1], ['int("1.5")', 'refused'], ['string(1.5)', '1.5'], ['string(1000000.0)', '1e+06'], ['string(true)', 'true'],
  ['string(b"a")', 'a'], ['string(duration("90s"))', '90s'], ['string(timestamp("2024-01-01T00:00:00.5Z"))', '2024-01-01T00:00:00.5Z'], ['double("1.5")', 1.5], ['double(3)', 3], ['bool("true")', true],
  ['uint(3) == 3u', true], ['size(bytes("ä"))', 2], ['type(1) == int', true], ['type("a") == type("b")', true], ['dyn(1)', 1], ['int(timestamp("1970-01-01T00:01:00Z"))', 60], ['duration(1)', 'refused'],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['int(dyn("12"))', 12], ['int(dyn("-12"))', -12], ['int(dyn("+12"))', 12], ['int(dyn("1_2"))', 'refused'], ['int(dyn(""))', 'refused'],
  ['int(dyn("12a"))', 'refused'], ['int(dyn("a12"))', 'refused'], ['int(dyn("9223372036854775808"))', 'refused'], ['int(dyn(9223372036854775807.0))', 'refused'],
  ['int(dyn(-9223372036854775808.0))', 'refused'], ['int(dyn(9223372036854774784.0))', 9223372036854774784n], ['int(dyn(1u))', 1],
  ['int(dyn(18446744073709551615u))', 'refused'], ['int(dyn(true))', 'refused'], ['int(dyn(0.0/0.0))', '!integer overflow'],
  ['int(dyn(1.0/0.0))', '!integer overflow'], ['int(duration("1s"))', 1000000000], ['int(timestamp("1969-12-31T23:59:59.5Z"))', -1], ['int(5)', 5],
  ['string(uint(dyn("12")))', '12'], ['string(uint(dyn("123")))', '123'], ['uint(dyn("a12"))', 'refused'], ['uint(dyn("12a"))', 'refused'],
  ['uint(dyn("-1"))', 'refused'], ['uint(dyn("+1"))', 'refused'], ['uint(dyn(""))', 'refused'], ['uint(dyn(-1))', 'refused'], ['string(uint(dyn(0.0)))', '0'],
  ['uint(dyn(-0.5))', 'refused'], ['string(uint(dyn(1.9)))', '1'], ['uint(dyn(-1.0))', 'refused'], ['uint(dyn(18446744073709551616.0))', 'refused'],
  ['string(uint(dyn(18446744073709549568.0)))', '18446744073709549568'], ['uint(dyn("18446744073709551616"))', 'refused'], ['string(uint(3u))', '3'],
  ['double(dyn(3u))', 3], ['double(dyn(true))', 'refused'], ['double(1.5)', 1.5], ['bool(dyn("1"))', true], ['bool(dyn("t"))', true], ['bool(dyn("T"))', true],
  ['bool(dyn("true"))', true], ['bool(dyn("TRUE"))', true], ['bool(dyn("True"))', true], ['bool(dyn("0"))', false], ['bool(dyn("f"))', false],
  ['bool(dyn("F"))', false], ['bool(dyn("false"))', false], ['bool(dyn("FALSE"))', false], ['bool(dyn("False"))', false], ['bool(dyn("yes"))', 'refused'],
  ['bool(dyn(""))', 'refused'], ['bool(dyn(1))', 'refused'], ['bool(true)', true], ['string(1u)', '1'], ['string(-1)', '-1'], ['string(dyn(b"\\xff"))', 'refused'],
  ['string(duration("1h1.5s"))', '3601.5s'], ['string(duration("-1.5s"))', '-1.5s'], ['string("a")', 'a'], ['string(dyn(null))', 'refused'],
  ['string(1e100)', '1e+100'], ['string(0.1)', '0.1'], ['string(1e-7)', '1e-07'], ['string(123456.0)', '123456'], ['string(1234567.0)', '1.234567e+06'],
  ['string(-0.0)', '-0'], ['string(0.0/0.0)', 'NaN'], ['string(1.0/0.0)', '+Inf'], ['string(false)', 'false'], ['string(timestamp(0))', '1970-01-01T00:00:00Z'],
  ['string(bytes("ä"))', 'ä'], ['string(bytes(b"a"))', 'a'], ['bytes(dyn(1))', 'refused'], ['string(duration(dyn("1s")))', '1s'], ['duration(dyn(1))', 'refused'],
  ['string(duration(duration("1s")))', '1s'], ['string(timestamp(dyn(1)))', '1970-01-01T00:00:01Z'], ['string(timestamp(timestamp(0)))', '1970-01-01T00:00:00Z'],
  ['timestamp(dyn("x"))', 'refused'], ['string(timestamp(-1))', '1969-12-31T23:59:59Z'], ['dyn("a")', 'a'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
