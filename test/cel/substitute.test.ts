import { parse } from '../../src/cel/parse';
import { print } from '../../src/cel/print';
import { substitute } from '../../src/cel/substitute';

const substituted = (source: string, name: string, other: string) => print(substitute(parse(source), { [name]: parse(other) }));

test.each([
  ['container.image', 'container', 'c', 'c.image'],
  ['a + b', 'a', 'b + c', 'b + c + b'],
  ['a.all(x, x == a)', 'a', 'b', 'b.all(x, x == b)'],
  ['l.all(a, a)', 'a', 'b', 'l.all(a, a)'],
  ['l.all(x, x == a)', 'a', 'x', 'l.all(x2, x2 == x)'],
  ['l.all(x, x == a && x2)', 'a', 'x', 'l.all(x3, x3 == x && x2)'],
  ['l.map(x, a, x)', 'a', 'x.y', 'l.map(x2, x.y, x2)'],
])('in %s, %s becomes %s: %s', (source, name, other, result) => {
  expect(substituted(source, name, other)).toBe(result);
});
