import { inLoop, listOf, madeFrom, NOWHERE, Place, placeAt } from '../../src/cel/place';
import { Uint } from '../../src/cel/value';

const pathsOf = ({ fields }: Place) => fields.map(({ path }) => path);

test('a path is written as people write it', () => {
  expect(placeAt('').part('spec').part('containers').part(1).part('image').fields).toEqual([{ path: 'spec.containers[1].image', steps: 4, loops: 0 }]);
  expect(placeAt('spec.containers[1]').part('image').fields).toEqual([{ path: 'spec.containers[1].image', steps: 4, loops: 0 }]);
});

test('what does not read as a name stands in brackets', () => {
  const labels = placeAt('metadata.labels');
  expect(pathsOf(labels.part('app'))).toEqual(['metadata.labels.app']);
  expect(pathsOf(labels.part('example.com/x'))).toEqual(['metadata.labels[\'example.com/x\']']);
  expect(pathsOf(labels.part('it\'s \\'))).toEqual(['metadata.labels[\'it\\\'s \\\\\']']);
  expect(pathsOf(labels.part(''))).toEqual(['metadata.labels[\'\']']);
  expect(pathsOf(labels.part(new Uint(2n)))).toEqual(['metadata.labels[2]']);
  expect(pathsOf(placeAt('').part('a-b'))).toEqual(['[\'a-b\']']);
});

test('what cannot be the key of a field leads nowhere else', () => {
  expect(pathsOf(placeAt('spec').part(null))).toEqual(['spec']);
});

test('each part of a computed value comes from all that it was made from', () => {
  const made = madeFrom([...placeAt('a').fields, ...placeAt('b').fields]);
  expect(pathsOf(made.part('x').part(0))).toEqual(['a', 'b']);
  expect(pathsOf(NOWHERE.part('x'))).toEqual([]);
});

test('elements of a list that was put together keep their own places', () => {
  const list = listOf([placeAt('a[0]'), placeAt('b[0]')], placeAt('a').fields);
  expect(pathsOf(list)).toEqual(['a']);
  expect(pathsOf(list.part(1).part('x'))).toEqual(['b[0].x']);
  expect(pathsOf(list.part(2))).toEqual(['a']);
  expect(pathsOf(list.part('x'))).toEqual(['a']);
});

test('a loop is noted at all that is reached through it', () => {
  const place = inLoop(placeAt('rules[0]'), 2);
  expect(place.fields).toEqual([{ path: 'rules[0]', steps: 2, loops: 2 }]);
  expect(place.part('verbs').fields).toEqual([{ path: 'rules[0].verbs', steps: 3, loops: 2 }]);
});
