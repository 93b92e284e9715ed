import { conversionError } from './conversion-error';
import { showFixed } from './show-double';
import { DURATION, STRING } from '../type';
import { Duration, fault } from '../value';

/*
 * Durations. They are counted as Go counts them, in 64 bits of nanoseconds, which is some 292 years; what Go reckons with floating-point
 * numbers on the way is reckoned with them here too, so that the last digit is the same.
 */

const SECOND = 1_000_000_000n;
const MOST = 2n ** 63n - 1n;

/** A duration of so many nanoseconds. */
export function checkSpan(nanoseconds: bigint): Duration {
  return nanoseconds < -MOST - 1n || nanoseconds > MOST ? fault('integer overflow') : new Duration(nanoseconds);
}

const UNITS: { readonly [unit: string]: bigint } = {
  ns: 1n, us: 1000n, µs: 1000n, μs: 1000n, ms: 1_000_000n, s: SECOND, m: 60n * SECOND, h: 3600n * SECOND,
};
const SPAN = /^([-+])?((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const PART = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g;

/**
 * Reads a duration such as `1h30m` or `-1.5s`.
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function parseSpan(text: string): Duration {
  if (/^[-+]?0$/.test(text)) { return new Duration(0n); }
  const [, sign, parts] = SPAN.exec(text) ?? conversionError(STRING, DURATION);
  let total = 0n;
  for (const [, whole, fraction = '', unit] of parts.matchAll(PART)) {
    total += BigInt(whole) * UNITS[unit] + fractionOf(fraction, UNITS[unit]);
  }
  const nanoseconds = sign === '-' ? -total : total;
  return nanoseconds < -MOST - 1n || nanoseconds > MOST ? conversionError(STRING, DURATION) : new Duration(nanoseconds);
}

/** Digits that do not fit into 64 bits are passed over. */
function fractionOf(digits: string, unit: bigint): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit);
    if (value > MOST / 10n || next > MOST + 1n) { break; }
    value = next;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(unit) / scale)));
}

/** How often a unit goes into a duration. */
export function countOf({ nanoseconds }: Duration, unit: bigint): number {
  return Number(nanoseconds / unit) + Number(nanoseconds % unit) / Number(unit);
}

/** In seconds: `5400s`, `-1.5s`. */
export function showSpan(duration: Duration): string {
  return `${showFixed(countOf(duration, SECOND))}s`;
}
