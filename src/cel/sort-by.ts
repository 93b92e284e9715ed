import { orderOf } from './library/lenient';
import { typeOfValue } from './standard/type-of';
import { BOOL, BYTES, DOUBLE, DURATION, INT, STRING, TIMESTAMP, Type, UINT } from './type';
import { fault, Value } from './value';

/** Types whose values have an order. */
export const COMPARABLE: readonly Type[] = [INT, UINT, DOUBLE, BOOL, DURATION, TIMESTAMP, STRING, BYTES];

/** Values in the order of their keys, one for each; those with equal keys stay as they stand. */
export function sortByKeys(values: readonly Value[], keys: readonly Value[]): readonly Value[] {
  if (keys.length === 0) { return values; }
  const type = typeOfValue(keys[0]);
  if (!COMPARABLE.includes(type)) { fault('list elements must be comparable'); }
  if (keys.some(key => typeOfValue(key) !== type)) { fault('list elements must have the same type'); }
  return values.map((value, i) => ({ value, key: keys[i] })).sort((a, b) => orderOf(a.key, b.key)).map(({ value }) => value);
}
