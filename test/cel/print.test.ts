import { parse } from '../../src/cel/parse';
import { print } from '../../src/cel/print';

test.each([
  'a.?b.orValue(false) == false', 'a ? b : c', '(a ? b : c) ? d : e', '(a || b) && c', 'a || b && c', '!(a && b)', '-(5)', '(-5).f()', '-a.b', 'a - (b - c)', 'a == (b == c)',
  'a in [1, 2u, 1.0]', '{\'a\': 1, ?\'b\': c}', 'a.all(x, y, x == y)', 'a.map(x, x > 1, x + 1)', 'has(a.`b-c`)', 'a[?0]', 'f()', 'sets.contains(a, b)', '.a', 'b\'\\xff\'',
])('%s is printed as it is', source => {
  expect(print(parse(source))).toBe(source);
});

test('no more parentheses than needed, one kind of quotes, one line', () => {
  expect(print(parse('((a)) &&\n (b == "it\'s")'))).toBe('a && b == \'it\\\'s\'');
});
