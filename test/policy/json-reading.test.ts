import { each, NONE, numberOf, objectOf, objectsIn, textOf, textsIn, textsOf } from '../../src/policy/json-reading';

test('what has another shape is as if it were not there', () => {
  expect(objectsIn([{ a: 1 }, 'text', null, [1]])).toEqual([{ a: 1 }, {}, {}, {}]);
  expect([undefined, null, {}, 'text'].map(objectsIn)).toEqual([[], [], [], []]);
  expect(textsIn(['a', 1, null, 'b'])).toEqual(['a', 'b']);
  expect(textsIn('a')).toEqual([]);
  expect(['a', '', 1, null, undefined].map(textOf)).toEqual(['a', undefined, undefined, undefined, undefined]);
  expect([1, 0, '1', null].map(numberOf)).toEqual([1, 0, undefined, undefined]);
});

test('what is no object is read as an empty one', () => {
  const json = { a: 1 };
  expect(objectOf(json)).toBe(json);
  expect([undefined, null, 'text', 7, [json]].map(objectOf)).toEqual([{}, {}, {}, {}, {}]);
});

test('of a list each object is read with its number, and what is no list holds none', () => {
  expect(each([{ a: 1 }, 'text'], ({ a }, i) => [a, i])).toEqual([[1, 0], [undefined, 1]]);
  expect([each([], () => 1), each({ length: 1 }, () => 1), each(undefined, () => 1)].map(list => list === NONE)).toEqual([true, true, true]);
});

test('labels that are text are kept as they are, and others left out of a copy', () => {
  const labels = { app: 'web' };
  expect(textsOf(labels)).toBe(labels);
  const mixed = { app: 'web', port: 80 };
  expect(textsOf(mixed)).toEqual({ app: 'web' });
  expect(mixed).toEqual({ app: 'web', port: 80 });
  expect([textsOf(undefined), textsOf(['a'])]).toEqual([{}, {}]);
});
