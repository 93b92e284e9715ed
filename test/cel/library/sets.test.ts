import { evaluated } from './evaluated';

test.each([
  ['sets.contains([1, 2], [2])', true], ['sets.contains([1, 2], [])', true], ['sets.contains([], [1])', false], ['sets.contains([1, 2], [2, 3])', false],
  ['sets.contains([1], [1, 1])', true], ['sets.contains([dyn(1)], [dyn(1.0)])', true], ['sets.contains([[1]], [[1]])', true],
  ['sets.equivalent([1, 2], [2, 1, 1])', true], ['sets.equivalent([1, 2], [1])', false], ['sets.equivalent([1], [1, 2])', false], ['sets.equivalent([], [])', true],
  ['sets.intersects([1, 2], [2, 3])', true], ['sets.intersects([1], [2])', false], ['sets.intersects([], [])', false],
])('%s is %j', (source, value) => {
  expect(evaluated(source)).toBe(value);
});

test('what was reckoned is found only from its own side', () => {
  expect(evaluated('sets.contains([quantity("2")], [quantity("1").add(1)])')).toBe(true);
  expect(evaluated('sets.contains([quantity("1").add(1)], [quantity("2")])')).toBe(false);
});

test('both have one type, and come with the environment of 1.29', () => {
  expect(evaluated('sets.contains(["a"], [1])')).toBe('refused');
  expect(evaluated('sets.contains([1], [1])', {}, 28)).toBe('refused');
  expect(evaluated('sets.contains([1], [1])', {}, 29)).toBe(true);
});
