import { mapEntries, mapGet, mapSize } from './keys';
import { compareNumbers, isNumeric } from './numbers';
import { typeName } from './type-of';
import { Duration, isList, isMap, OpaqueValue, Optional, Timestamp, TypeValue, Value } from '../value';

/** Whether two values are one, as the dialect sees it while it runs: numbers by what they are worth, and values of two kinds never. */
export function equal(a: Value, b: Value): boolean {
  if (a === b) { return !Number.isNaN(a); }
  if (isNumeric(a)) { return isNumeric(b) && compareNumbers(a, b) === 0; }
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) { return false; }
  if (isList(a)) { return isList(b) && a.length === b.length && a.every((element, i) => equal(element, b[i])); }
  if (isMap(a)) { return isMap(b) && equalMaps(a, b); }
  if (a instanceof Uint8Array) { return b instanceof Uint8Array && Buffer.compare(a, b) === 0; }
  if (a instanceof Duration) { return b instanceof Duration && a.nanoseconds === b.nanoseconds; }
  if (a instanceof Timestamp) { return b instanceof Timestamp && a.nanoseconds === b.nanoseconds; }
  if (a instanceof TypeValue) { return b instanceof TypeValue && typeName(a.type) === typeName(b.type); }
  if (a instanceof Optional) { return b instanceof Optional && a.hasValue === b.hasValue && (!a.hasValue || equal(a.value, b.value)); }
  return a instanceof OpaqueValue && b instanceof OpaqueValue && a.equals(b);
}

function equalMaps(a: Value, b: Value): boolean {
  return mapSize(a) === mapSize(b) && mapEntries(a).every(([key, value]) => {
    const other = mapGet(b, key);
    return other !== undefined && equal(value, other);
  });
}
