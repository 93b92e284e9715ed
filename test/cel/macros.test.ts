import { evaluated } from './library/evaluated';
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

// Each value is what cel-go gives, with the libraries of the API server itself.
test.each<[string, unknown]>([
  ['[1].map(1, 2)', 'refused'], ['[1].map("x", 1)', 'refused'], ['[1].exists({"y": 1}.y, true)', 'refused'], ['[1].all(x, y, x == y)', false],
  ['[0].all(x, y, x == y)', true], ['[1].all(x, 1, true)', 'refused'], ['[1].all(1, x, true)', 'refused'], ['[1].exists(x, 1, true)', 'refused'],
  ['[1].exists(1, x, true)', 'refused'], ['[1, 2, 3].existsOne(i, v, v == 2)', true], ['[1, 2, 3].existsOne(i, v, v > 1)', false],
  ['[1].existsOne(x, 1, true)', 'refused'], ['[1].existsOne(1, x, true)', 'refused'], ['[1, 2, 3].exists_one(x, x == 2)', true],
  ['[1, 2, 3].exists_one(x, x > 1)', false], ['[1].exists_one(x, y, true)', true], ['[1].existsOne(x, true)', 'refused'], ['[1].filter(x, y, true)', 'refused'],
  ['[1].filter(1, true)', 'refused'], ['[1].map(x, true, x, 1)', 'refused'], ['[1, 2, 3].map(x, x > 1, x * 2)', [4, 6]], ['[1].map(1, true, x)', 'refused'],
  ['[1, 2, 3].filter(x, x > 1)', [2, 3]], ['optional.of(1).optMap(x, x + 1)', { optional: [2] }], ['optional.none().optMap(x, x + 1)', { optional: [] }],
  ['optional.of(1).optMap(1, 2)', 'refused'], ['optional.of(1).optMap(x, 1, 2)', 'refused'], ['optional.of(1).optFlatMap(x, optional.of(x + 1))', { optional: [2] }],
  ['optional.of(1).optFlatMap(x, optional.none())', { optional: [] }], ['optional.of(1).optFlatMap(x, x)', 'refused'],
  ['optional.none().optFlatMap(x, optional.of(1))', { optional: [] }], ['optional.of(1).optFlatMap(1, optional.of(1))', 'refused'],
  ['{"a": 1}.transformMap(k, v, v + 1)', { a: 2 }], ['{"a": 1, "b": -1}.transformMap(k, v, v > 0, v)', { a: 1 }], ['{"a": 1}.transformMap(k, 1, v)', 'refused'],
  ['{"a": 1}.transformMap(1, k, v)', 'refused'], ['{"a": 1}.transformMap(k, v)', 'refused'], ['{"a": 1}.transformMapEntry(k, v, {k + k: v})', { aa: 1 }],
  ['{"a": 1}.transformMapEntry(k, v, v > 1, {k: v})', {}], ['{"a": 1}.transformMapEntry(k, 1, {"a": 1})', 'refused'],
  ['[1, 2, 3].transformList(i, v, i + v)', [1, 3, 5]], ['[1, 2, 3].transformList(i, v, i > 0, v)', [2, 3]], ['[1, 2, 3].transformList(i, v)', 'refused'],
  ['[1, 2, 3].transformList(i, 1, 1)', 'refused'], ['[1, 2, 3].transformList(1, v, v)', 'refused'], ['{"a": 1}.transformList(k, v, k)', ['a']],
  ['["b", "a"].sortBy(x, x)', ['a', 'b']], ['[1, 2, 3].sortBy(x, -x)', [3, 2, 1]], ['[1].sortBy(1, 1)', 'refused'], ['[1].sortBy(x, 1, 2)', 'refused'],
  ['[1].all(x, x, true)', 'refused'], ['[1].all(i, i, i == 1)', 'refused'], ['has({"a": 1}.a)', true], ['has({"a": 1}.b)', false], ['has(1)', 'refused'],
  ['has({"a": 1}["a"])', 'refused'], ['has()', 'refused'], ['{"a": 1}.all(k, v, k == "a" && v == 1)', true], ['{"a": 1}.exists(k, v, v == 2)', false],
  ['{"a": 1}.map(k, k)', ['a']], ['{"a": 1}.filter(k, k == "a")', ['a']], ['[1].exists(x, x)', 'refused'], ['[1].all(x, 1)', 'refused'],
  ['[1].map(x, x.y)', 'refused'], ['[1, 2].exists_one(i, v, v == 2)', true], ['{"a": 1}.exists_one(k, v, true)', true], ['[1].exists_one(1, x, true)', 'refused'],
])('there too, %s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});
