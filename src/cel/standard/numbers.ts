import { Double, isDouble, numberOf, Uint, Value } from '../value';

/** A number of any of the three types. */
export type Numeric = number | bigint | Double | Uint;

export function isNumeric(value: Value): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Double || value instanceof Uint;
}

/**
 * Below zero where the first is less, zero where both are worth the same, no number where one of them is none.
 *
 * An int is compared to a double as the double that is nearest to it, as cel-go does: beyond 2^53 some different numbers are equal.
 */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') { return a - b; }
  if (isDouble(a) || isDouble(b)) { return order(floating(a), floating(b)); }
  return order(whole(a), whole(b));
}

function order<T extends number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN;
}

function floating(value: Numeric): number {
  return isDouble(value) ? numberOf(value) : Number(whole(value));
}

function whole(value: number | bigint | Uint): bigint {
  return value instanceof Uint ? value.value : BigInt(value);
}
