import { mapEntries, mapGet, mapSize } from './keys';
import { compareNumbers, isNumeric } from './numbers';
import { typeName } from './type-of';
import { Duration, Fault, fault, isList, isMap, OpaqueValue, Optional, Timestamp, TypeValue, Value } from '../value';

/**
 * Whether two values are one, as the dialect sees it while it runs: numbers by what they are worth, and values of two kinds never.
 *
 * @throws Fault for a value of a library's own beside one of another kind
 */
export function equal(a: Value, b: Value): boolean {
  if (a === b) { return !Number.isNaN(a); }
  if (isNumeric(a)) { return isNumeric(b) && compareNumbers(a, b) === 0; }
  if (a instanceof OpaqueValue && b !== null) { return equalOpaque(a, b); }
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) { return false; }
  if (isList(a)) { return isList(b) && a.length === b.length && a.every((element, i) => fits(element, b[i])); }
  if (isMap(a)) { return isMap(b) && equalMaps(a, b); }
  if (a instanceof Uint8Array) { return b instanceof Uint8Array && Buffer.compare(a, b) === 0; }
  if (a instanceof Duration) { return b instanceof Duration && a.nanoseconds === b.nanoseconds; }
  if (a instanceof Timestamp) { return b instanceof Timestamp && a.nanoseconds === b.nanoseconds; }
  if (a instanceof TypeValue) { return b instanceof TypeValue && typeName(a.type) === typeName(b.type); }
  if (a instanceof Optional) { return b instanceof Optional && a.hasValue === b.hasValue && (!a.hasValue || equal(a.value, b.value)); }
  return false;
}

/** Whether two values are one; nothing where they cannot be compared. */
export function verdict(a: Value, b: Value): boolean | undefined {
  try {
    return equal(a, b);
  } catch (error) {
    if (error instanceof Fault) { return undefined; }
    throw error;
  }
}

/** Inside lists and maps, what cannot be compared makes no difference: so does the API server. */
function fits(a: Value, b: Value): boolean {
  return verdict(a, b) !== false;
}

function equalOpaque(a: OpaqueValue, b: Value): boolean {
  return b instanceof OpaqueValue && a.constructor === b.constructor ? a.equals(b) : fault('no such overload');
}

function equalMaps(a: Value, b: Value): boolean {
  return mapSize(a) === mapSize(b) && mapEntries(a).every(([key, value]) => {
    const other = mapGet(b, key);
    return other !== undefined && fits(value, other);
  });
}
