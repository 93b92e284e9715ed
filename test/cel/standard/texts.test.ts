import { evaluated } from '../library/evaluated';

test.each([
  ['"abc".contains("b")', true], ['"abc".startsWith("b")', false], ['"abc".endsWith("c")', true], ['"abc".matches("^[a-c]+$")', true], ['matches("abc", "b")', true], ['"abc".matches("B")', false],
  ['"ABC".matches("(?i)b")', true], ['"a".matches("(")', 'refused'], ['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaX".matches("^(a+)+$")', false],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
