import { sortByKeys } from '../../src/cel/sort-by';
import { Double } from '../../src/cel/value';

test('values are put in the order of their keys, and those with equal keys stay as they stand', () => {
  expect(sortByKeys(['c', 'a', 'd', 'b'], [3, 1, 3, 2])).toEqual(['a', 'b', 'c', 'd']);
  expect(sortByKeys([], [])).toEqual([]);
  expect(sortByKeys([{ a: 1 }, { a: 2 }], ['z', 'y'])).toEqual([{ a: 2 }, { a: 1 }]);
});

test('what is given is not changed', () => {
  const values = Object.freeze([2, 1]);
  expect(sortByKeys(values, values)).toEqual([1, 2]);
  expect(values).toEqual([2, 1]);
});

test('keys of several types have no order', () => {
  expect(() => sortByKeys([1, 2], [1, 'a'])).toThrow(expect.objectContaining({ message: 'list elements must have the same type' }));
});

test('doubles are of one type, whether they are whole or not, and so are ints of any size', () => {
  expect(sortByKeys(['b', 'a'], [2.5, new Double(1)])).toEqual(['a', 'b']);
  expect(sortByKeys(['b', 'a'], [2n ** 60n, 1])).toEqual(['a', 'b']);
  expect(() => sortByKeys(['b', 'a'], [1, 1.5])).toThrow(expect.objectContaining({ message: 'list elements must have the same type' }));
});

test('what has no order is no key', () => {
  expect(() => sortByKeys(['a'], [null])).toThrow(expect.objectContaining({ message: 'list elements must be comparable' }));
  expect(() => sortByKeys(['a'], [[1]])).toThrow(expect.objectContaining({ message: 'list elements must be comparable' }));
});
