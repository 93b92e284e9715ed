import { verdict } from '../standard/equality';
import { compare } from '../standard/ordering';
import { Fault, Value } from '../value';

/*
 * The libraries compare the elements of a list one by one, and do not let a fault of one comparison end the whole: what cannot be compared is
 * not equal, and neither comes before the other.
 */

export function isEqual(a: Value, b: Value): boolean {
  return verdict(a, b) === true;
}

/** As of `compare`; zero where two have no order. */
export function orderOf(a: Value, b: Value): number {
  try {
    return compare(a, b);
  } catch (error) {
    if (error instanceof Fault) { return 0; }
    throw error;
  }
}
