import { evaluated } from '../library/evaluated';

test.each([
  ['int("12")', 12], ['int(1.9)', 1], ['int(-1.9)', -1], ['int("1.5")', 'refused'], ['string(1.5)', '1.5'], ['string(1000000.0)', '1e+06'], ['string(true)', 'true'],
  ['string(b"a")', 'a'], ['string(duration("90s"))', '90s'], ['string(timestamp("2024-01-01T00:00:00.5Z"))', '2024-01-01T00:00:00.5Z'], ['double("1.5")', 1.5], ['double(3)', 3], ['bool("true")', true],
  ['uint(3) == 3u', true], ['size(bytes("ä"))', 2], ['type(1) == int', true], ['type("a") == type("b")', true], ['dyn(1)', 1], ['int(timestamp("1970-01-01T00:01:00Z"))', 60], ['duration(1)', 'refused'],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
