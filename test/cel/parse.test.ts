import { CelError } from '../../src/cel/cel-error';
import { parse } from '../../src/cel/parse';

const reasonOf = (source: string): string => {
  try {
    parse(source);
  } catch (error) {
    if (error instanceof CelError) { return error.reason; }
    throw error;
  }
  throw new Error('nothing was thrown');
};

test('the tree of an expression has a place for each of its parts', () => {
  expect(parse('a.b == 1')).toEqual({
    kind: 'call',
    name: '==',
    at: 4,
    args: [{ kind: 'select', operand: { kind: 'ident', name: 'a', at: 0 }, field: 'b', optional: false, at: 1 }, { kind: 'literal', value: 1, at: 7 }],
  });
});

test.each([
  ['a b', 'expression cannot be read: got "b", expected an operator, or the end'],
  ['[1', 'expression cannot be read: got the end, expected "]"'],
  ['f(1,)', 'expression cannot be read: got ")", expected another argument'],
  ['a.in', 'expression cannot be read: got "in", expected the name of a field'],
  ['while', 'word is reserved: got "while", expected the name of a variable or a function'],
  ['has(a)', 'has() asks for one field: expected has(value.field); for an optional use .hasValue()'],
  ['has(a.?b)', 'has() asks for one field: expected has(value.field); for an optional use .hasValue()'],
  ['cel.bind(x, 1, x)', 'cel.bind is no part of the dialect of Kubernetes; use a variable of the policy'],
  ['a.B{c: 1}', 'messages cannot be made here: expected a value; write a map in braces, with keys in quotes'],
  ['!-a', 'expression cannot be read: got "-", expected a value'],
  ['', 'expression cannot be read: got the end, expected a value'],
])('%j is refused with the reason', (source, reason) => {
  expect(reasonOf(source)).toBe(reason);
});

test.each([['brackets', '['], ['parentheses', '('], ['signs that undo each other nowhere', '!('], ['calls', 'f(']])('%s may not nest without end', (_, sign) => {
  expect(reasonOf(sign.repeat(20_000))).toMatch(/^expression nests too deeply: expected at most 250 levels/);
});

test.each(['a+', 'a.', 'a?b:'])('a chain of %j may not be endless', sign => {
  expect(reasonOf(`${sign.repeat(5000)}a`)).toMatch(/^expression nests too deeply/);
});

test('a chain of && may be long', () => {
  expect(parse(Array(5000).fill('a').join(' && '))).toMatchObject({ kind: 'and' });
});
