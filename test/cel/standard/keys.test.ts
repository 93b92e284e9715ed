import { keyOf, mapEntries, mapFrom, mapGet, mapHas, mapKeys, mapSize, shownKey } from '../../../src/cel/standard/keys';
import { Double, Uint, ValueMap } from '../../../src/cel/value';

test('numbers of one value are one key, and a text or a bool is another', () => {
  expect(new Set([1, new Uint(1n), new Double(1)].map(keyOf)).size).toBe(1);
  expect(new Set([1, '1', true].map(keyOf)).size).toBe(3);
});

test('what JavaScript gives every object is no key', () => {
  expect(['constructor', '__proto__', 'toString'].map(key => mapHas({ a: 1 }, key))).toEqual([false, false, false]);
});

test('a map with texts as keys is a plain object, in which every key is like any other', () => {
  const map = mapFrom([['__proto__', 1], ['a', 2]]);
  expect(map).not.toBeInstanceOf(ValueMap);
  expect([mapGet(map, '__proto__'), mapGet(map, 'a'), mapSize(map)]).toEqual([1, 2, 2]);
  expect(mapEntries(map)).toEqual([['__proto__', 1], ['a', 2]]);
});

test('other keys keep their types', () => {
  const map = mapFrom([[1, 'a'], [true, 'b']]);
  expect(mapKeys(map)).toEqual([1, true]);
  expect([mapGet(map, new Uint(1n)), mapGet(map, true), mapGet(map, 2)]).toEqual(['a', 'b', undefined]);
});

test('keys are shown as messages have them', () => {
  expect([shownKey('a'), shownKey(new Uint(3n)), shownKey(1.5)]).toEqual(['a', '3', '1.5']);
});
