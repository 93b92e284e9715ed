import { equal, verdict } from './equality';
import { mapHas, mapSize } from './keys';
import { compare } from './ordering';
import { fn, method, Overload } from '../overload';
import { A, B, BOOL, BYTES, DOUBLE, DURATION, INT, listOf, mapOf, STRING, TIMESTAMP, Type, UINT } from '../type';
import type { Value } from '../value';

const ORDERS: readonly (readonly [sign: string, holds: (order: number) => boolean])[] = [
  ['<', order => order < 0], ['<=', order => order <= 0], ['>', order => order > 0], ['>=', order => order >= 0],
];

function ordered(a: Type, b: Type): Overload[] {
  return ORDERS.map(([sign, holds]) => fn(sign, [a, b], BOOL, (left: Value, right: Value) => holds(compare(left, right))));
}

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How many code points a text has; nearly always as many as it has units. */
export function lengthOf(text: string): number {
  return text.length - (text.match(PAIRS)?.length ?? 0);
}

const SIZES: readonly (readonly [type: Type, size: (value: any) => number])[] = [
  [STRING, lengthOf], [BYTES, (bytes: Uint8Array) => bytes.length], [listOf(A), (list: readonly Value[]) => list.length], [mapOf(A, B), mapSize],
];

/** Whether values are one, which comes first, what holds them, and how many there are. */
export const COMPARISON: readonly Overload[] = [
  fn('==', [A, A], BOOL, equal),
  fn('!=', [A, A], BOOL, (a: Value, b: Value) => verdict(a, b) !== true),
  ...[BOOL, INT, UINT, DOUBLE, STRING, BYTES, TIMESTAMP, DURATION].flatMap(type => ordered(type, type)),
  fn('in', [A, listOf(A)], BOOL, (value: Value, list: readonly Value[]) => list.some(element => verdict(element, value) === true)),
  fn('in', [A, mapOf(A, B)], BOOL, (key: Value, map: Value) => mapHas(map, key)),
  ...SIZES.flatMap(([type, size]) => [fn('size', [type], INT, size), method('size', [type], INT, size)]),
];

/** Numbers of different types, by what they are worth. */
export const NUMBERS_ACROSS: readonly Overload[] = [
  [INT, DOUBLE], [INT, UINT], [UINT, DOUBLE], [UINT, INT], [DOUBLE, INT], [DOUBLE, UINT],
].flatMap(([a, b]) => ordered(a, b));

