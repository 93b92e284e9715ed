import { evaluated } from './evaluated';

test.each([
  ['[1, 2, 2].isSorted()', true], ['[2, 1].isSorted()', false], ['["a", "b"].isSorted()', true], ['[].isSorted()', true], ['[1.0, double("NaN")].isSorted()', true],
  ['[1, 2, 3].sum()', 6], ['[1.5, 2.5].sum()', 4], ['[1u, 2u].sum() == 3u', true], ['[duration("1m"), duration("1s")].sum() == duration("61s")', true], ['[].sum()', 0],
  ['[2, 3, 1].min()', 1], ['[2, 3, 1].max()', 3], ['["b", "a"].min()', 'a'], ['[1.0, double("NaN")].max()', 1],
  ['["a", "b", "a"].indexOf("a")', 0], ['["a", "b", "a"].lastIndexOf("a")', 2], ['["a"].indexOf("c")', -1], ['["a"].lastIndexOf("c")', -1],
  ['[1, 2, 3, 4].slice(1, 3)', [2, 3]], ['[1].slice(1, 1)', []],
  ['[[1], [2, 3], []].flatten()', [1, 2, 3]], ['[[[1]], [[2]]].flatten(1)', [[1], [2]]], ['[[[1]], [[2]]].flatten(2)', [1, 2]], ['[[1]].flatten(0)', [[1]]],
  ['[1, 2].flatten(3)', [1, 2]], ['[[1]].flatten(1000000)', [1]],
  ['lists.range(3)', [0, 1, 2]], ['lists.range(0)', []],
  ['[3, 1, 2].sort()', [1, 2, 3]], ['["b", "a"].sort()', ['a', 'b']], ['[2.5, 1.0].sort()', [1, 2.5]], ['[9223372036854775807, 1].sort()', [1, 2n ** 63n - 1n]],
  ['[1, 2].reverse()', [2, 1]],
  ['[1, 2, 1, 3, 2].distinct()', [1, 2, 3]], ['[[1], [1]].distinct()', [[1]]], ['[dyn(1), dyn(1.0), dyn("1")].distinct()', [1, '1']],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toEqual(value);
});

test.each([
  ['[].min()', '!min called on empty list'], ['[].max()', '!max called on empty list'],
  ['[1].slice(-1, 0)', '!cannot slice with a negative index'], ['[1].slice(1, 0)', '!cannot slice: start index must be less than or equal to end index'],
  ['[1].slice(0, 2)', '!cannot slice(0, 2), list is length 1'], ['[[1]].flatten(-1)', '!level must be non-negative'],
  ['[[1]].flatten(1000001)', '!level is too deep: 1000001'],
  ['lists.range(-1)', '!lists.range needs a size that is not negative: got -1'], ['lists.range(1000001)', '!range is too long: 1000001'],
  ['[9223372036854775807, 1].sum()', '!integer overflow'],
])('%s is a fault', (source, message) => {
  expect(evaluated(source)).toBe(message);
});

test('of a list that came from outside every element counts, but one that cannot be compared with the rest stands where it is', () => {
  expect(evaluated('x.sum()', { x: [1, 'a'] })).toBe('!no such overload');
  expect(evaluated('x.sum()', { x: [1, 1.5] })).toBe('!no such overload');
  expect(evaluated('x.isSorted()', { x: [1, 'a'] })).toBe(true);
  expect(evaluated('x.min()', { x: [2, 'a', 1] })).toBe(1);
  expect(evaluated('x.max()', { x: [1, null] })).toBe('!no such overload');
  expect(evaluated('x.sort()', { x: [1, 1.5] })).toBe('!list elements must have the same type');
});

test('lists of lists, maps or nothing have no order', () => {
  expect(evaluated('[[1]].isSorted()')).toBe('refused');
  expect(evaluated('[{"a": 1}].max()')).toBe('refused');
  expect(evaluated('[true].sum()')).toBe('refused');
});

test('flattened by a depth, elements have no type', () => {
  expect(evaluated('[[1]].flatten()[0] + "a"')).toBe('refused');
  expect(evaluated('[[1]].flatten(1)[0] + "a"')).toBe('!no such overload');
});

test('the first are in every environment, the others come with that of 1.34', () => {
  expect(evaluated('[1].sum()', {}, 23)).toBe(1);
  expect(evaluated('[1].reverse()', {}, 33)).toBe('refused');
  expect(evaluated('[1].reverse()', {}, 34)).toEqual([1]);
});
