import { mutantsOf } from './mutants';
import { parse } from '../../../src/cel/parse';
import { print } from '../../../src/cel/print';

const changes = (text: string) => mutantsOf(parse(text)).map(({ expr, change }) => [print(expr), change]);

test('each mutant has one change, and says which', () => {
  expect(changes('a < 3 && !b')).toEqual([
    ['a < 3 || !b', 'a < 3 && !b → a < 3 || !b'],
    ['!b', 'without a < 3'],
    ['a < 3', 'without !b'],
    ['a <= 3 && !b', 'a < 3 → a <= 3'],
    ['a >= 3 && !b', 'a < 3 → a >= 3'],
    ['a < 4 && !b', '3 → 4'],
    ['a < 2 && !b', '3 → 2'],
    ['a < 3 && b', '!b → b'],
  ]);
});

test.each([
  ["a.startsWith('b')", ["a.endsWith('b')", 'a', "a.startsWith('')"]],
  ["a.?b.orValue('')", ["a.orValue('')"]],
  ['a.?b.orValue(0)', ['a.?b.orValue(1000000007)', 'a.orValue(0)']],
  ['a.?b.orValue(2)', ['a.?b.orValue(0)', 'a.orValue(2)']],
  ['a.?b.orValue(true)', ['a.orValue(true)', 'a.?b.orValue(false)']],
  ["a in ['b', 'c']", ["!(a in ['b', 'c'])", "a in ['c']", "a in ['b']"]],
  ["{'b': a}", ['{}', "{'': a}"]],
  ['a ? b : c', ['b', 'c']],
  ['a + b', ['a - b', 'a', 'b']],
  ['a.all(each, each)', ['a.exists(each, each)']],
  ['a.exists(each, each)', ['a.all(each, each)']],
  ['a.filter(each, each)', ['a']],
  ['a.map(each, each, b)', ['a.map(each, b)']],
  ['has(a.b)', []],
])('%s is changed into each of its mutants', (text, mutants) => {
  expect(changes(text).map(([mutant]) => mutant)).toEqual(mutants);
});
