import { evaluated } from '../library/evaluated';

test.each([
  ['1 < 2', true], ['1 < 1.5', true], ['2u >= 1', true], ['"a" < "b"', true], ['"\\uffff" < "\\U00010000"', true], ['b"a" < b"b"', true], ['false < true', true], ['0.0 / 0.0 == 0.0 / 0.0', false],
  ['dyn(1) == dyn(1.0)', true], ['1 in [1, 2]', true], ['"a" in {"a": 1}', true], ['"constructor" in {"a": 1}', false], ['size("🐋a")', 2], ['[1, 2].size()', 2], ['size({"a": 1})', 1], ['b"abc".size()', 3],
  ['{"a": [{"b": 2}]} == {"a": [{"b": 2}]}', true], ['[1] != [2]', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['1 < 2', true], ['1 <= 2', true], ['1 > 2', false], ['1 >= 2', false], ['2 < 1', false], ['2 <= 1', false], ['2 > 1', true], ['2 >= 1', true], ['1 < 1', false],
  ['1 <= 1', true], ['1 > 1', false], ['1 >= 1', true], ['1u < 2u', true], ['1u <= 2u', true], ['1u > 2u', false], ['1u >= 2u', false], ['1.5 < 2.5', true],
  ['1.5 <= 2.5', true], ['1.5 > 2.5', false], ['1.5 >= 2.5', false], ['"a" < "b"', true], ['"a" <= "b"', true], ['"a" > "b"', false], ['"a" >= "b"', false],
  ['b"a" < b"b"', true], ['b"a" <= b"b"', true], ['b"a" > b"b"', false], ['b"a" >= b"b"', false], ['false < true', true], ['false <= true', true],
  ['false > true', false], ['false >= true', false], ['duration("1s") < duration("2s")', true], ['duration("1s") <= duration("2s")', true],
  ['duration("1s") > duration("2s")', false], ['duration("1s") >= duration("2s")', false], ['timestamp(1) < timestamp(2)', true],
  ['timestamp(1) <= timestamp(2)', true], ['timestamp(1) > timestamp(2)', false], ['timestamp(1) >= timestamp(2)', false], ['1 < 1.5', true], ['1 <= 1.5', true],
  ['1 > 1.5', false], ['1 >= 1.5', false], ['2u < 1', false], ['2u <= 1', false], ['2u > 1', true], ['2u >= 1', true], ['1 < 2u', true], ['1 <= 2u', true],
  ['1 > 2u', false], ['1 >= 2u', false], ['1.5 < 1u', false], ['1.5 <= 1u', false], ['1.5 > 1u', true], ['1.5 >= 1u', true],
  ['0.0/0.0 < 1.0', '!NaN values cannot be ordered'], ['1 < 0.0/0.0', '!NaN values cannot be ordered'], ['dyn(1) < dyn("a")', '!no such overload'],
  ['dyn(null) < dyn(null)', '!no such overload'], ['1 in [2, 3]', false], ['1 in [1.0, 2.0].map(x, dyn(x))', true], ['"b" in {"a": 1}', false],
  ['1u in {1: 2}', 'refused'], ['2 in dyn({"a": 1})', false], ['1 in dyn(1)', '!no such overload'], ['b"b" > b"ab"', true], ['b"ab" > b"a"', true],
  ['"ab" < "a"', false], ['"" < "a"', true], ['9007199254740993 > 9007199254740992.0', false], ['18446744073709551615u > 1.0', true], ['size(b"")', 0],
  ['size(dyn(1))', '!no such overload'], ['"🐋".size()', 1],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
