import type { Macro } from '../../src/cel/ast';
import { CelEnvironment } from '../../src/cel/environment';
import { parse } from '../../src/cel/parse';
import { placeAt } from '../../src/cel/place';
import { roundsOf } from '../../src/cel/rounds';
import { View } from '../../src/cel/sight';
import { DYN } from '../../src/cel/type';

const object = { list: ['x', 'y'], map: { a: 1, b: 2 }, text: 'x' };
const view = View.of({ values: { object }, paths: { object: '' } }, (part, values) => (
  CelEnvironment.of(34).compile(part, Object.fromEntries(Object.keys(values).map(name => [name, DYN]))).evaluate(values)
));

function rounds(source: string, path: string) {
  const macro = parse(source) as Macro;
  return roundsOf(macro, placeAt(path), view).map(round => [round.view.read(macro.body), round.place.fields[0].path]);
}

test('a list is gone over by its elements', () => {
  expect(rounds('object.list.map(e, e)', 'list')).toEqual([['x', 'list[0]'], ['y', 'list[1]']]);
  expect(rounds('object.list.transformList(i, e, e + string(i))', 'list')).toEqual([['x0', 'list[0]'], ['y1', 'list[1]']]);
});

test('a map is gone over by its keys', () => {
  expect(rounds('object.map.map(k, k)', 'map')).toEqual([['a', 'map.a'], ['b', 'map.b']]);
  expect(rounds('object.map.transformList(k, v, k + string(v))', 'map')).toEqual([['a1', 'map.a'], ['b2', 'map.b']]);
});

test('what cannot be gone over has no rounds', () => {
  expect(rounds('object.text.map(e, e)', 'text')).toEqual([]);
  expect(rounds('object.missing.map(e, e)', 'missing')).toEqual([]);
});
