import { Parser } from '../../src/cel/parser';
import { print } from '../../src/cel/print';

const tree = (source: string) => new Parser(source).whole();

test.each([
  ['a || b && c', 'or'], ['a && b == c', 'and'], ['a ? b : c ? d : e', 'conditional'], ['a.?b[?0]', 'index'], ['[a, ?b]', 'list'], ['{?a: b}', 'map'],
  ['has(a.b)', 'has'], ['a.all(x, x)', 'macro'], ['a.all(x, y, x)', 'macro'], ['a.map(x, x, x)', 'macro'], ['a.all(x)', 'call'], ['.a', 'ident'],
])('%j is read as %s', (source, kind) => {
  expect(tree(source).kind).toBe(kind);
});

test.each([['1 + 2 * 3', '1 + 2 * 3'], ['(1 + 2) * 3', '(1 + 2) * 3'], ['1 - 2 - 3', '1 - 2 - 3'], ['1 - (2 - 3)', '1 - (2 - 3)'], ['!!a', 'a'], ['--a', 'a'], ['---a', '-a']])(
  '%j binds as %j', (source, text) => {
    expect(print(tree(source))).toBe(text);
  });

test('a number below zero is one constant', () => {
  expect(tree('-9223372036854775808')).toEqual({ kind: 'literal', value: -(2n ** 63n), at: 0 });
});

test('comments and line feeds are passed over', () => {
  expect(print(tree('a // first\n  && b'))).toBe('a && b');
});
