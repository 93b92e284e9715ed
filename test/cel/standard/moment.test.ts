import { checkMoment, floor, parseMoment, showMoment } from '../../../src/cel/standard/moment';
import { Timestamp } from '../../../src/cel/value';
import { evaluated, faultOf } from '../library/evaluated';

test.each([
  ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00Z'], ['2024-02-29T12:00:00.120Z', '2024-02-29T12:00:00.12Z'], ['2024-02-29T12:00:00+02:00', '2024-02-29T12:00:00+02:00'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'], ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59.5Z'],
])('%s is read, and shown as %s', (text, shown) => {
  expect(showMoment(parseMoment(text))).toBe(shown);
});

test.each(['', '2024-02-30T00:00:00Z', '2024-13-01T00:00:00Z', '2024-01-01', '2024-01-01T24:00:00Z', '2024-01-01T00:00:00'])('%j is no moment', text => {
  expect(faultOf(() => parseMoment(text))).toBe('type conversion error from \'string\' to \'google.protobuf.Timestamp\'');
});

test('moments end with the year 9999', () => {
  expect(faultOf(() => checkMoment(new Timestamp(253_402_300_800n * 1_000_000_000n)))).toBe('timestamp overflow');
  expect([floor(-1n), floor(1_999_999_999n)]).toEqual([-1n, 1n]);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['string(timestamp(dyn("2024-02-29T12:00:00+02:30")))', '2024-02-29T12:00:00+02:30'],
  ['string(timestamp(dyn("2024-02-29T12:00:00-02:30")))', '2024-02-29T12:00:00-02:30'],
  ['string(timestamp(dyn("2024-02-29T12:00:00+24:00")))', '2024-02-29T12:00:00+24:00'], ['string(timestamp(dyn("2024-02-29T12:00:00+25:00")))', 'refused'],
  ['string(timestamp(dyn("2024-02-29T12:00:00+00:60")))', '2024-02-29T12:00:00+01:00'],
  ['string(timestamp(dyn("2024-02-29T12:00:00+00:00")))', '2024-02-29T12:00:00Z'], ['string(timestamp(dyn("2024-00-10T00:00:00Z")))', 'refused'],
  ['string(timestamp(dyn("2024-01-00T00:00:00Z")))', 'refused'], ['string(timestamp(dyn("2024-01-32T00:00:00Z")))', 'refused'],
  ['string(timestamp(dyn("2024-12-31T23:59:59Z")))', '2024-12-31T23:59:59Z'], ['string(timestamp(dyn("2024-01-01T00:60:00Z")))', 'refused'],
  ['string(timestamp(dyn("2024-01-01T00:00:60Z")))', 'refused'], ['string(timestamp(dyn("2024-01-01T00:00:00.5Z")))', '2024-01-01T00:00:00.5Z'],
  ['string(timestamp(dyn("2024-01-01T00:00:00.000000001Z")))', '2024-01-01T00:00:00.000000001Z'],
  ['string(timestamp(dyn("2024-01-01T00:00:00.000000050Z")))', '2024-01-01T00:00:00.00000005Z'],
  ['string(timestamp(dyn("2024-01-01T00:00:00.1234567891Z")))', '2024-01-01T00:00:00.123456789Z'],
  ['string(timestamp(dyn("2024-01-01T00:00:00,5Z")))', '2024-01-01T00:00:00.5Z'], ['string(timestamp(dyn("2024-01-01t00:00:00z")))', 'refused'],
  ['string(timestamp(dyn("2024-1-1T00:00:00Z")))', 'refused'], ['string(timestamp(dyn("10000-01-01T00:00:00Z")))', 'refused'],
  ['string(timestamp(dyn("0000-01-01T00:00:00Z")))', 'refused'], ['string(timestamp(dyn("9999-12-31T23:59:59.999999999Z")))', '9999-12-31T23:59:59.999999999Z'],
  ['string(timestamp(dyn("2024-01-01T1:00:00Z")))', '2024-01-01T01:00:00Z'], ['string(timestamp(dyn("2024-01-01 00:00:00Z")))', 'refused'],
  ['string(timestamp(dyn("2024-02-29T12:00:00Zx")))', 'refused'], ['string(timestamp(dyn("x2024-02-29T12:00:00Z")))', 'refused'],
  ['timestamp(dyn("2024-02-29T12:00:00+02:30")) == timestamp("2024-02-29T09:30:00Z")', true],
  ['timestamp(dyn("2024-02-29T12:00:00-02:30")) == timestamp("2024-02-29T14:30:00Z")', true], ['timestamp(-62135596801)', 'refused'],
  ['timestamp(253402300800)', 'refused'], ['string(timestamp(-62135596800))', '0001-01-01T00:00:00Z'], ['string(timestamp(253402300799))', '9999-12-31T23:59:59Z'],
  ['int(timestamp("1969-12-31T23:59:58.5Z"))', -2], ['string(timestamp("2024-01-01T00:00:00-00:00"))', '2024-01-01T00:00:00Z'],
  ['string(timestamp("2024-01-01T00:00:00.5-07:00"))', '2024-01-01T00:00:00.5-07:00'],
  ['string(timestamp("0001-01-01T00:00:00-01:00"))', '0001-01-01T00:00:00-01:00'], ['string(timestamp("9999-12-31T22:30:00-01:00"))', '9999-12-31T22:30:00-01:00'],
  ['string(timestamp("2024-01-01T00:00:00+00:30"))', '2024-01-01T00:00:00+00:30'], ['string(timestamp("2024-03-01T00:00:00-11:45"))', '2024-03-01T00:00:00-11:45'],
  ['timestamp("2024-01-01T00:00:00+02:00").getHours()', 22], ['"%s".format([timestamp("2024-01-01T00:00:00+02:00")])', '2024-01-01T00:00:00+02:00'],
  ['string(timestamp("2024-01-01T00:00:00+02:00") - duration("1s"))', '2023-12-31T23:59:59+02:00'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
