import { evaluated } from './evaluated';

test.each([
  ['"abc 123".find("[0-9]+")', '123'], ['"abc".find("[0-9]+")', ''], ['"abc".find("(a)(b)")', 'ab'], ['"ABC".find("(?i)b")', 'B'], ['"a😀b".find(".b")', '😀b'],
  ['"a1b22".findAll("[0-9]+")', ['1', '22']], ['"abc".findAll("[0-9]")', []],
  ['"a1b22".findAll("[0-9]", 2)', ['1', '2']], ['"a1b22".findAll("[0-9]", 0)', []], ['"a1b22".findAll("[0-9]", -1)', ['1', '2', '2']],
  ['"é😀".findAll("")', ['', '', '']],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

test('an empty match right behind another one does not count', () => {
  expect(evaluated('"aaa".findAll("a*")')).toEqual(['aaa']);
  expect(evaluated('"ababab".findAll("a*")')).toEqual(['a', 'a', 'a', '']);
  expect(evaluated('"aaa".findAll("a*", 2)')).toEqual(['aaa']);
});

test('what only backtracking could match is no pattern', () => {
  expect(evaluated('"a".find(p)', { p: '(?=a)' })).toMatch(/^!error parsing regexp: .*`\(\?=`$/);
  expect(evaluated('"a".findAll("(?=a)")')).toBe('refused');
});

test('they are in every environment', () => {
  expect(evaluated('"a1".find("[0-9]")', {}, 23)).toBe('1');
});
