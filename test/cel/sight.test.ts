import type { Macro } from '../../src/cel/ast';
import { CelEnvironment } from '../../src/cel/environment';
import { parse } from '../../src/cel/parse';
import { placeAt } from '../../src/cel/place';
import { Evaluate, View } from '../../src/cel/sight';
import { DYN } from '../../src/cel/type';

const asked: { readonly [name: string]: unknown }[] = [];
const evaluate: Evaluate = (part, values) => {
  asked.push(values);
  return CelEnvironment.of(34).compile(part, Object.fromEntries(Object.keys(values).map(name => [name, DYN]))).evaluate(values);
};
const object = { a: 1, list: [4, 5] };
const view = View.of({ values: { object, params: 7 }, paths: { object: '' } }, evaluate, {
  first: parse('object.a + 1'), second: parse('variables.first + params'), broken: parse('variables.broken'),
});
const loop = parse('object.list.all(e, e > 4)') as Macro;
const pairs = parse('object.list.all(i, e, e > i)') as Macro;
const pathOf = (seen: View, name: string) => seen.placeOf(name).fields.map(({ path, loops }) => [path, loops]);

test('a part is evaluated with no names but its own', () => {
  expect(view.read(parse('object.a'))).toBe(1);
  expect(asked.at(-1)).toEqual({ object });
  expect(view.read(parse('.object.a'))).toBe(1);
});

test('a part that cannot be evaluated has no value', () => {
  expect(view.read(parse('object.b'))).toBe(undefined);
  expect(view.read(parse('missing'))).toBe(undefined);
});

test('a name stands where its path says, and nowhere without one', () => {
  expect(pathOf(view, 'object')).toEqual([['', 0]]);
  expect(pathOf(view, '.object')).toEqual([['', 0]]);
  expect(pathOf(view, 'params')).toEqual([]);
  expect(pathOf(view, 'constructor')).toEqual([]);
});

test('a variable sees those before it, and never itself', () => {
  expect(view.read(parse('variables.second'))).toBe(9);
  expect(view.read(parse('variables.broken'))).toBe(undefined);
  expect(view.variable(parse('variables.second'))!.view.variable(parse('variables.first'))!.expr).toEqual(parse('object.a + 1'));
  expect(view.variable(parse('variables.broken'))!.view.variable(parse('variables.broken'))).toBe(undefined);
  expect(view.variable(parse('object.first'))).toBe(undefined);
});

test('a value that is given for a variable counts', () => {
  const given = View.of({ values: { variables: { first: 3 } }, paths: {} }, evaluate, { first: parse('1'), second: parse('variables.first + 1') });
  expect(given.read(parse('variables.first + variables.second'))).toBe(7);
});

test('a round of a loop binds its variables to its element', () => {
  const round = view.round(loop, 1, 5, false, placeAt('list[1]'));
  expect(round.read(loop.body)).toBe(true);
  expect(pathOf(round, 'e')).toEqual([['list[1]', 1]]);
  const inner = round.round(pairs, 0, 4, false, placeAt('list[0]'));
  expect(inner.read(parse('i * 10 + e'))).toBe(4);
  expect(pathOf(inner, 'i')).toEqual([['list[0]', 2]]);
  expect(view.round(loop, 'key', 5, true, placeAt('map.key')).read(parse('e'))).toBe('key');
});

test('outside a loop its variables have neither value nor place', () => {
  const hidden = view.round(loop, 1, 5, false, placeAt('list[1]')).outside(loop);
  expect(hidden.read(parse('e'))).toBe(undefined);
  expect(pathOf(hidden, 'e')).toEqual([]);
});

test('a name can be bound without a loop, and hides what had its name', () => {
  const bound = view.bound('variables', { first: 0 }, placeAt('x'));
  expect(pathOf(bound, 'variables')).toEqual([['x', 0]]);
  expect(bound.read(parse('variables.first'))).toBe(0);
  expect(bound.variable(parse('variables.first'))).toBe(undefined);
});
