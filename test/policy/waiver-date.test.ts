import * as fc from 'fast-check';
import { dayOf, Expiry, expiryOf, judgedDay } from '../../src/policy/waiver-date';

const TODAY = dayOf('today', '2026-06-15');

test('a day is counted from 1970 in UTC', () => {
  expect([dayOf('x', '1970-01-01'), dayOf('x', '1970-02-01'), dayOf('x', '2028-02-29')]).toEqual([0, 31, 21243]);
});

test.each(['2027-02-30', '2027-13-01', '2027-00-10', '2027-2-3', '27-01-01', '2027-01-01T00:00:00Z', ' 2027-01-01', '', 'soon', 20270101, null, {}])(
  'fails on %j, which is no day', text => {
    expect(() => dayOf('asOf', text as string)).toThrow(`asOf: got ${JSON.stringify(text)}, expected a day like 2027-01-31; write year, month and day`);
  },
);

test.each([
  ['2026-07-16', Expiry.CURRENT], ['2026-07-15', Expiry.NEAR], ['2026-06-15', Expiry.NEAR], ['2026-06-14', Expiry.PAST],
  ['2026-06-02', Expiry.PAST], ['2026-06-01', Expiry.OVER], ['2020-01-01', Expiry.OVER],
])('what ends on %s is %s on the 15th of June 2026', (day, expiry) => {
  expect(expiryOf(dayOf('x', day), TODAY)).toBe(expiry);
});

test('what has no end never runs out', () => {
  expect(expiryOf(undefined, TODAY)).toBe(Expiry.CURRENT);
});

test('what has run out stays so', () => {
  const order = [Expiry.CURRENT, Expiry.NEAR, Expiry.PAST, Expiry.OVER];
  fc.assert(fc.property(fc.integer({ min: -100, max: 100 }), fc.nat(100), (end, later) => {
    expect(order.indexOf(expiryOf(end, later))).toBeGreaterThanOrEqual(order.indexOf(expiryOf(end, 0)));
  }));
});

test('the day is the one that is asked for, else that of the build, else today', () => {
  const now = Date.parse('2026-06-15T23:59:59Z');
  const built = { SOURCE_DATE_EPOCH: String(Date.parse('2025-01-02T03:04:05Z') / 1000) };
  expect(judgedDay('2027-01-31', built, now)).toBe(dayOf('x', '2027-01-31'));
  expect(judgedDay(undefined, built, now)).toBe(dayOf('x', '2025-01-02'));
  expect(judgedDay(undefined, {}, now)).toBe(TODAY);
  expect(judgedDay(undefined, { SOURCE_DATE_EPOCH: '' }, now)).toBe(TODAY);
});

test('fails on a time of the build that is none', () => {
  expect(() => judgedDay(undefined, { SOURCE_DATE_EPOCH: 'yesterday' })).toThrow(new Error(
    'SOURCE_DATE_EPOCH is no time: got "yesterday", expected seconds since 1970; correct or unset it',
  ));
});
