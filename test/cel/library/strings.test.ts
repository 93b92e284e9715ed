import { evaluated } from './evaluated';

test.each([
  ['"a😀b".charAt(1)', '😀'], ['"ab".charAt(2)', ''], ['"".charAt(0)', ''],
  ['"a😀b".indexOf("b")', 2], ['"abab".indexOf("b", 2)', 3], ['"ab".indexOf("c")', -1], ['"ab".indexOf("")', 0], ['"ab".indexOf("", 9)', 2], ['"ab".indexOf("b", 9)', -1],
  ['"a😀ba".lastIndexOf("a")', 3], ['"abab".lastIndexOf("b", 2)', 1], ['"ab".lastIndexOf("c")', -1], ['"ab".lastIndexOf("")', 2], ['"ab".lastIndexOf("abc")', -1],
  ['"".lastIndexOf("a")', -1], ['"ab".lastIndexOf("", 1)', 1], ['"ab".lastIndexOf("", 9)', 2], ['"ab".lastIndexOf("a", 9)', -1], ['"😀a".lastIndexOf("a", 1)', 1],
  ['"HÉllo".lowerAscii()', 'hÉllo'], ['"héllo".upperAscii()', 'HéLLO'],
  ['"abab".replace("b", "x")', 'axax'], ['"abab".replace("b", "x", 1)', 'axab'], ['"abab".replace("b", "x", 0)', 'abab'], ['"abab".replace("b", "$&", -1)', 'a$&a$&'],
  ['"ab".replace("", "-")', '-a-b-'], ['"ab".replace("", "-", 2)', '-a-b'],
  ['"a,b,,c".split(",")', ['a', 'b', '', 'c']], ['"a,b,c".split(",", 2)', ['a', 'b,c']], ['"a,b".split(",", 0)', []], ['"a,b".split(",", -1)', ['a', 'b']],
  ['"a😀".split("")', ['a', '😀']], ['"".split("")', []], ['"".split(",")', ['']],
  ['"a😀b".substring(1)', '😀b'], ['"a😀b".substring(1, 2)', '😀'], ['"ab".substring(2)', ''],
  ['" \\t\\u0085\\u00a0a b\\u3000\\n".trim()', 'a b'], ['"\\u200ba".trim()', '\u200ba'],
  ['["a", "b"].join()', 'ab'], ['["a", "b"].join("-")', 'a-b'], ['[].join("-")', ''],
  ['"%s is %s".format(["a", "b"])', 'a is b'], ['strings.quote("a\\"b")', '"a\\"b"'],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

test.each([
  ['"ab".charAt(3)', '!index out of range: 3'], ['"ab".charAt(-1)', '!index out of range: -1'], ['"ab".indexOf("a", -1)', '!index out of range: -1'],
  ['"ab".lastIndexOf("a", -1)', '!index out of range: -1'], ['"ab".substring(3)', '!index out of range: 3'], ['"ab".substring(0, 3)', '!index out of range: 3'],
  ['"ab".substring(2, 1)', '!invalid substring range. start: 2, end: 1'],
])('%s is a fault', (source, message) => {
  expect(evaluated(source)).toBe(message);
});

test('a list that came from outside is joined only if all of it are texts', () => {
  expect(evaluated('x.join()', { x: ['a', 1] })).toBe('!join: invalid input');
});

test('texts can be reversed nowhere, and formatted and quoted with the environment of 1.29', () => {
  expect(evaluated('"ab".reverse()')).toBe('refused');
  expect(evaluated('"%s".format(["a"])', {}, 28)).toBe('refused');
  expect(evaluated('"%s".format(["a"])', {}, 29)).toBe('a');
  expect(evaluated('strings.quote("a")', {}, 28)).toBe('refused');
  expect(evaluated('"ab".charAt(0)', {}, 23)).toBe('a');
});
