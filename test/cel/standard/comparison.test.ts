import { evaluated } from '../library/evaluated';

test.each([
  ['1 < 2', true], ['1 < 1.5', true], ['2u >= 1', true], ['"a" < "b"', true], ['"\\uffff" < "\\U00010000"', true], ['b"a" < b"b"', true], ['false < true', true], ['0.0 / 0.0 == 0.0 / 0.0', false],
  ['dyn(1) == dyn(1.0)', true], ['1 in [1, 2]', true], ['"a" in {"a": 1}', true], ['"constructor" in {"a": 1}', false], ['size("🐋a")', 2], ['[1, 2].size()', 2], ['size({"a": 1})', 1], ['b"abc".size()', 3],
  ['{"a": [{"b": 2}]} == {"a": [{"b": 2}]}', true], ['[1] != [2]', true],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
