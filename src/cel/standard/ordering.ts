import { compareNumbers, isNumeric } from './numbers';
import { Duration, fault, Timestamp, Value } from '../value';

/** Below zero where the first comes before the second, zero where neither does. Numbers of different types are put in order by what they are worth. */
export function compare(a: Value, b: Value): number {
  if (isNumeric(a) && isNumeric(b)) {
    const order = compareNumbers(a, b);
    return Number.isNaN(order) ? fault('NaN values cannot be ordered') : order;
  }
  if (typeof a === 'string' && typeof b === 'string') { return compareTexts(a, b); }
  if (typeof a === 'boolean' && typeof b === 'boolean') { return Number(a) - Number(b); }
  if (a instanceof Uint8Array && b instanceof Uint8Array) { return Buffer.compare(a, b); }
  if (a instanceof Duration && b instanceof Duration || a instanceof Timestamp && b instanceof Timestamp) {
    return Number(a.nanoseconds - b.nanoseconds);
  }
  return fault('no such overload');
}

/** By code points, as UTF-8 orders them; JavaScript orders by the halves of pairs, which come before U+E000 to U+FFFF. */
function compareTexts(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) { return rank(left) - rank(right); }
  }
  return a.length - b.length;
}

/** Half of a pair stands for a code point above all that are whole. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
