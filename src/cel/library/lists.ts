import { isEqual, orderOf } from './lenient';
import { fn, Library, method, Overload } from '../overload';
import { COMPARABLE, sortByKeys } from '../sort-by';
import { ARITHMETIC } from '../standard/arithmetic';
import { typeOfValue } from '../standard/type-of';
import { A, BOOL, DOUBLE, DURATION, DYN, INT, listOf, Type, UINT } from '../type';
import { double, Duration, fault, isList, Uint, Value } from '../value';

type Int = number | bigint;
type List = readonly Value[];

const ZEROES: readonly (readonly [type: Type, zero: Value])[] = [[INT, 0], [UINT, new Uint(0n)], [DOUBLE, double(0)], [DURATION, new Duration(0n)]];

/** Of a list that came as `dyn`, only the first element was looked at. */
function comparable(list: List): List {
  return list.every(value => COMPARABLE.includes(typeOfValue(value))) ? list : fault('no such overload');
}

/** What comes after the first two that are not in order is not looked at. */
function isSorted(list: List): boolean {
  return list.every((value, i) => comparable([value]) && (i === 0 || orderOf(list[i - 1], value) <= 0));
}

function extreme(name: string, isBetter: (order: number) => boolean): (list: List) => Value {
  return list => list.length === 0
    ? fault(`${name} called on empty list`)
    : comparable(list).reduce((best, value) => isBetter(orderOf(value, best)) ? value : best);
}

function sum(type: Type, zero: Value): Overload {
  const add = ARITHMETIC.find(({ name, args }) => name === '+' && args.length === 2 && args.every(each => each === type))!;
  const plus = (total: Value, value: Value): Value => typeOfValue(value) === type ? add.run(total, value) : fault('no such overload');
  return method('sum', [listOf(type)], type, (list: List) => list.reduce(plus, zero));
}

function lastIndexOf(list: List, value: Value): number {
  for (let i = list.length - 1; i >= 0; i--) {
    if (isEqual(list[i], value)) { return i; }
  }
  return -1;
}

const forEachType = (make: (type: Type) => Overload): Overload[] => COMPARABLE.map(make);

/** Lists, as Kubernetes had them first. */
export const LISTS: Library = {
  name: 'lists',
  since: 0,
  overloads: [
    ...forEachType(type => method('isSorted', [listOf(type)], BOOL, isSorted)),
    ...ZEROES.map(([type, zero]) => sum(type, zero)),
    ...forEachType(type => method('max', [listOf(type)], type, extreme('max', order => order > 0))),
    ...forEachType(type => method('min', [listOf(type)], type, extreme('min', order => order < 0))),
    method('indexOf', [listOf(A), A], INT, (list: List, value: Value) => list.findIndex(each => isEqual(each, value))),
    method('lastIndexOf', [listOf(A), A], INT, (list: List, value: Value) => lastIndexOf(list, value)),
  ],
};

function slice(list: List, start: Int, end: Int): Value {
  const [from, to] = [Number(start), Number(end)];
  if (from < 0 || to < 0) { return fault('cannot slice with a negative index'); }
  if (from > to) { return fault('cannot slice: start index must be less than or equal to end index'); }
  return to > list.length ? fault(`cannot slice(${start}, ${end}), list is length ${list.length}`) : list.slice(from, to);
}

/** What is deeper costs more than the API server allows for. */
const DEEPEST = 1_000_000;

function flatten(list: List, depth: Int = 1): List {
  if (Number(depth) < 0) { return fault('level must be non-negative'); }
  if (Number(depth) > DEEPEST) { return fault(`level is too deep: ${depth}`); }
  return Number(depth) === 0 ? list : list.flatMap(each => isList(each) ? flatten(each, Number(depth) - 1) : [each]);
}

/** More is refused by the API server as well. */
const LONGEST_RANGE = 1_000_000;

function range(length: Int): Value {
  const count = Number(length);
  if (count < 0) { return fault(`lists.range needs a size that is not negative: got ${length}`); }
  return count > LONGEST_RANGE ? fault(`range is too long: ${length}`) : Array.from({ length: count }, (_, i) => i);
}

function distinct(list: List): Value {
  const seen: Value[] = [];
  for (const value of list) {
    if (!seen.some(each => isEqual(value, each))) { seen.push(value); }
  }
  return seen;
}

/** What came with their third version; the macro `sortBy` with it. */
export const LISTS_3: Library = {
  name: 'lists, version 3',
  since: 34,
  overloads: [
    method('slice', [listOf(A), INT, INT], listOf(A), slice),
    // What is no list stays where it is.
    { ...method('flatten', [listOf(listOf(A))], listOf(A), (list: List) => flatten(list)), asked: [listOf(DYN)] },
    method('flatten', [listOf(DYN), INT], listOf(DYN), flatten),
    ...forEachType(type => method('sort', [listOf(type)], listOf(type), (list: List) => sortByKeys(list, list))),
    fn('lists.range', [INT], listOf(INT), range),
    method('reverse', [listOf(A)], listOf(A), (list: List) => [...list].reverse()),
    method('distinct', [listOf(A)], listOf(A), distinct),
  ],
};
