import { mapSize } from '../standard/keys';
import { Duration, isDouble, isList, isMap, numberOf, Timestamp, Uint, Value } from '../value';

/** A moment that says nothing: the first second of the year 1. */
const ZERO_TIME = -62_135_596_800n * 1_000_000_000n;

/** Whether a value is what its type has before anything is said: empty, nothing, false. */
export function isZero(value: Value): boolean {
  if (value === null || value === false || value === '' || value === 0) { return true; }
  if (isDouble(value)) { return numberOf(value) === 0; }
  if (value instanceof Uint) { return value.value === 0n; }
  if (value instanceof Uint8Array || isList(value)) { return value.length === 0; }
  if (value instanceof Duration) { return value.nanoseconds === 0n; }
  if (value instanceof Timestamp) { return value.nanoseconds === ZERO_TIME; }
  return isMap(value) && mapSize(value) === 0;
}
