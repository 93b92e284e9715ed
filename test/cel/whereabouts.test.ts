import { CelEnvironment } from '../../src/cel/environment';
import { parse } from '../../src/cel/parse';
import { View } from '../../src/cel/sight';
import { DYN } from '../../src/cel/type';
import { whereabouts } from '../../src/cel/whereabouts';

const object = { a: [{ n: 'x' }, { n: 'y' }], b: [{ n: 'z' }], key: 'k', map: { k: 'v' }, yes: true, text: 'p,q' };
const view = View.of({ values: { object }, paths: { object: '' } }, (part, values) => (
  CelEnvironment.of(34).compile(part, Object.fromEntries(Object.keys(values).map(name => [name, DYN]))).evaluate(values)
), { all: parse('object.a + object.b') });

const pathsOf = (source: string) => whereabouts(parse(source), view).fields.map(({ path }) => path);

test.each([
  ['1', []],
  ['object.a[1].n', ['a[1].n']],
  ['object.map[object.key]', ['map.k']],
  ['object.a[object.missing]', ['a']],
  ['has(object.map.x)', ['map.x']],
  ['object.?map.?x.value()', ['map.x']],
  ['object.?map.value().x', ['map.x']],
  ['object.?map.?k.orValue(object.key)', ['map.k']],
  ['object.?map.?x.orValue(object.key)', ['map.x', 'key']],
  ['object.?none.orValue(object.a)[1].n', ['a[1].n']],
  ['dyn(object.map).k', ['map.k']],
  ['object.key.startsWith(object.text)', ['key', 'text']],
  ['object.key + object.missing', ['missing']],
  ['object.yes ? object.a : object.b', ['a']],
  ['object.missing ? object.a : object.b', ['missing']],
  ['{"x": object.key}', ['key']],
  ['[object.a, object.b][1][0]', ['b[0]']],
  ['[?object.?none, object.b][0][0]', ['b[0]']],
  ['(object.a + object.b)[2].n', ['b[0].n']],
  ['variables.all[2].n', ['b[0].n']],
  ['object.a.filter(e, e.n == "y")[0].n', ['a[1].n']],
  ['object.a.map(e, e.n == "y", e.n)[0]', ['a[1].n']],
  ['object.a.map(e, 1)[1]', ['a[1]']],
  ['object.a.transformList(i, e, e.n)[1]', ['a[1].n']],
  ['object.a.sortBy(e, e.n)[0].n', ['a']],
  ['object.a.exists(e, e.n == object.key)', ['a', 'key']],
  ['object.a.exists(object, object.n == "q")', ['a']],
  ['object.missing.all(e, e == object.key)', ['missing']],
  ['missing.all(e, e == object.key)', ['key']],
  ['object.a.map(e, object.yes, object.key) == []', ['a', 'yes', 'key']],
  ['object.text.split(",")[0]', ['text']],
  ['object.?map.optMap(m, m.k)', ['map.k']],
  ['object.?map.optMap(m, 1)', ['map']],
])('%s comes from %j', (source, expected) => {
  expect(pathsOf(source)).toEqual(expected);
});
