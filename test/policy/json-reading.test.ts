import { numberOf, objectsIn, textOf, textsIn } from '../../src/policy/json-reading';

test('what has another shape is as if it were not there', () => {
  expect(objectsIn([{ a: 1 }, 'text', null, [1]])).toEqual([{ a: 1 }, {}, {}, {}]);
  expect([undefined, null, {}, 'text'].map(objectsIn)).toEqual([[], [], [], []]);
  expect(textsIn(['a', 1, null, 'b'])).toEqual(['a', 'b']);
  expect(textsIn('a')).toEqual([]);
  expect(['a', '', 1, null, undefined].map(textOf)).toEqual(['a', undefined, undefined, undefined, undefined]);
  expect([1, 0, '1', null].map(numberOf)).toEqual([1, 0, undefined, undefined]);
});
