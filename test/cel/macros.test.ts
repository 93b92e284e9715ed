import type { Expr } from '../../src/cel/ast';
import { macroOf } from '../../src/cel/macros';

const name = (text: string): Expr => ({ kind: 'ident', name: text, at: 0 });
const macro = (word: string, ...args: string[]) => macroOf(name('list'), word, args.map(name), 0, 'source');

test.each([['all', 2], ['all', 3], ['map', 2], ['map', 3], ['existsOne', 3], ['transformMap', 3], ['transformMap', 4], ['sortBy', 2]])('%s with %d arguments is a macro', (word, count) => {
  expect(macro(word, ...['x', 'y', 'z', 'w'].slice(0, count))).toMatchObject({ kind: 'macro', name: word });
});

test.each([['all', 1], ['existsOne', 2], ['filter', 3], ['size', 2]])('%s with %d arguments is an ordinary call', (word, count) => {
  expect(macro(word, ...['x', 'y', 'z'].slice(0, count))).toBeUndefined();
});

test('a filter stands before the body', () => {
  expect(macro('map', 'x', 'filter', 'body')).toMatchObject({ variables: ['x'], filter: { name: 'filter' }, body: { name: 'body' } });
});

test('a variable is a plain name, and two of them differ', () => {
  expect(() => macroOf(name('list'), 'all', [{ kind: 'literal', value: 1, at: 0 }, name('x')], 0, 'source')).toThrow('variable of all is no name');
  expect(() => macro('all', 'x', 'x', 'x')).toThrow('the two variables of all have one name: got x');
});
