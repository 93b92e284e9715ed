import { evaluated } from '../library/evaluated';

test.each([
  ['1 + 2', 3], ['9007199254740991 + 1', 2n ** 53n], ['9223372036854775807 + 1', '!integer overflow'], ['7 / 2', 3], ['-7 / 2', -3], ['-7 % 2', -1], ['7 % dyn(0)', '!modulus by zero'],
  ['7 / dyn(0)', '!division by zero'], ['3u - dyn(4u)', '!unsigned integer overflow'], ['1.5 + 1.5', 3], ['1.0 / 0.0', Infinity], ['"a" + "b"', 'ab'], ['[1] + [2]', [1, 2]],
  ['size(b"a" + b"bc")', 3], ['!true', false], ['-dyn(5)', -5], ['duration("1h") + duration("1m") == duration("61m")', true],
  ['timestamp("2024-01-01T00:00:00Z") - timestamp("2023-12-31T00:00:00Z") == duration("24h")', true], ['timestamp("2024-01-01T00:00:00Z") + duration("1s") > timestamp("2024-01-01T00:00:00Z")', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
