import { patternOf } from '../../../src/cel/standard/pattern';
import { faultOf } from '../library/evaluated';

test('a pattern is compiled once', () => {
  expect(patternOf('a+')).toBe(patternOf('a+'));
});

test('many patterns do not stay for ever', () => {
  const first = patternOf('first');
  for (let i = 0; i < 300; i++) { patternOf(`p${i}`); }
  expect(patternOf('first')).not.toBe(first);
});

test('what Go does not take is said', () => {
  expect(faultOf(() => patternOf('('))).toBe('error parsing regexp: missing closing ): `(`');
});
