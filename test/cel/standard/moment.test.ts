import { checkMoment, floor, parseMoment, showMoment } from '../../../src/cel/standard/moment';
import { Timestamp } from '../../../src/cel/value';
import { faultOf } from '../library/evaluated';

test.each([
  ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00Z'], ['2024-02-29T12:00:00.120Z', '2024-02-29T12:00:00.12Z'], ['2024-02-29T12:00:00+02:00', '2024-02-29T10:00:00Z'],
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
