import { fault } from '../value';

/**
 * An exact number, `digits` times ten to the `power`. The API server holds it in 64 bits where it is small, and only what it holds so, without
 * digits behind the point, is an integer to it: `1000m` is none.
 */
export interface Amount {
  readonly digits: bigint;
  readonly power: number;
  readonly isSmall: boolean;
}

/** No resource has as many digits; to reckon with them would take a machine for itself. */
const MOST_DIGITS = 100_000;

const fits = (value: bigint): boolean => BigInt.asIntN(64, value) === value;
const isBelowZero = ({ digits }: Amount): boolean => digits < 0n;
const lengthOf = ({ digits, power }: Amount): number => `${digits < 0n ? -digits : digits}`.length + power;

export function timesTen(digits: bigint, power: number): bigint {
  if (digits === 0n) { return 0n; }
  return power > MOST_DIGITS ? fault('quantity is too large') : digits * 10n ** BigInt(power);
}

/** The digits of both, of the same power. */
function aligned(a: Amount, b: Amount): readonly [a: bigint, b: bigint, power: number] {
  const power = Math.min(a.power, b.power);
  return [timesTen(a.digits, a.power - power), timesTen(b.digits, b.power - power), power];
}

export function plus(a: Amount, b: Amount): Amount {
  if (a.isSmall && b.isSmall && (a.digits === 0n || b.digits === 0n)) { return b.digits === 0n ? a : b; }
  const [left, right, power] = aligned(a, b);
  const digits = left + right;
  return { digits, power, isSmall: a.isSmall && b.isSmall && [left, right, digits].every(fits) };
}

export function negative(amount: Amount): Amount {
  const digits = -amount.digits;
  // The least number of 64 bits has no opposite: it stays as it is.
  return { ...amount, digits: amount.isSmall ? BigInt.asIntN(64, digits) : digits };
}

/** Minus one, zero or one. The digits are counted first, so that no power has to be written out. */
export function compareAmounts(a: Amount, b: Amount): number {
  const [left, right] = [signOf(a), signOf(b)];
  if (left !== right || left === 0) { return Math.sign(left - right); }
  const longer = Math.sign(lengthOf(a) - lengthOf(b));
  if (longer !== 0) { return isBelowZero(a) ? -longer : longer; }
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function signOf({ digits }: Amount): number {
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** As an integer of 64 bits; nothing where it is not held as one. */
export function integerOf({ digits, power, isSmall }: Amount): bigint | undefined {
  if (!isSmall || power < 0) { return undefined; }
  if (digits === 0n) { return 0n; }
  const value = power < 19 ? digits * 10n ** BigInt(power) : undefined;
  return value !== undefined && fits(value) ? value : undefined;
}

export function floatOf({ digits, power }: Amount): number {
  return power === 0 ? Number(digits) : Number(digits) * tenTo(power);
}

/** From two tables, as Go has it: beyond the first of them the last bit may differ from the nearest double. */
function tenTo(power: number): number {
  const rest = power % 32;
  return rest < 0 ? Number(`1e${power - rest}`) / Number(`1e${-rest}`) : Number(`1e${power - rest}`) * Number(`1e${rest}`);
}
