import { isEqual } from './lenient';
import { fn, Library } from '../overload';
import { A, BOOL, listOf } from '../type';
import type { Value } from '../value';

type List = readonly Value[];

const has = (list: List, value: Value): boolean => list.some(each => isEqual(value, each));
const contains = (list: List, others: List): boolean => others.every(value => has(list, value));

/** Lists as sets: order and number of times do not count. */
export const SETS: Library = {
  name: 'sets',
  since: 29,
  overloads: [
    fn('sets.contains', [listOf(A), listOf(A)], BOOL, contains),
    fn('sets.equivalent', [listOf(A), listOf(A)], BOOL, (a: List, b: List) => contains(a, b) && contains(b, a)),
    fn('sets.intersects', [listOf(A), listOf(A)], BOOL, (a: List, b: List) => a.some(value => has(b, value))),
  ],
};
