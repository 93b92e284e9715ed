import type { Checked } from '../../src/cel/checked';
import { Compiler } from '../../src/cel/compiler';
import { CelEnvironment } from '../../src/cel/environment';
import { parse } from '../../src/cel/parse';
import { DYN } from '../../src/cel/type';
import type { Value } from '../../src/cel/value';

const NOTHING: Checked = { type: DYN, types: new Map(), meanings: new Map(), calls: new Map() };

test('a name that the check gave no meaning is a mistake of ours', () => {
  expect(() => new Compiler(NOTHING).compile(parse('a'))).toThrow(new TypeError('name has no meaning: got a'));
});

test.each<[string, Value]>([
  ['[1, 2].map(a, [3, 4].map(b, a * b))', [[3, 4], [6, 8]]], ['[[1], [2]].map(a, a.map(a, a + 1))', [[2], [3]]],
  ['[1].map(a, [2].map(b, [3].map(a, a + b)[0] + a)[0])', [6]], ['[1, 2].map(a, x + a)', [11, 12]], ['[1, 2].map(x, .x + x)', [11, 12]],
  ['[5, 6].transformList(i, e, [7].transformList(j, f, i * 100 + j * 10 + f + e))', [[12], [113]]],
])('%s: each macro has variables of its own', (source, value) => {
  expect(CelEnvironment.of(34).compile(source, { x: DYN }).evaluate({ x: 10 })).toEqual(value);
});

test('parts of a literal that are optional are left out where they are none', () => {
  const evaluate = (source: string) => CelEnvironment.of(34).compile(source, { x: DYN }).evaluate({ x: { a: 1 } });
  expect(evaluate('[?x.?a, ?x.?b]')).toEqual([1]);
  expect(evaluate('{?"a": x.?a, ?"b": x.?b} == {"a": dyn(1)}')).toBe(true);
});
