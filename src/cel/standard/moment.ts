import { conversionError } from './conversion-error';
import { STRING, TIMESTAMP } from '../type';
import { fault, Timestamp } from '../value';

const SECOND = 1_000_000_000n;

/** Years 1 to 9999, as a timestamp of Protocol Buffers has them. */
const FIRST = -62_135_596_800n;
const LAST = 253_402_300_799n;

/** The moment, where it is in range. */
export function checkMoment(moment: Timestamp): Timestamp {
  const seconds = floor(moment.nanoseconds);
  return seconds < FIRST || seconds > LAST ? fault('timestamp overflow') : moment;
}

/** Whole seconds, towards the past. */
export function floor(nanoseconds: bigint): bigint {
  const seconds = nanoseconds / SECOND;
  return nanoseconds < 0n && seconds * SECOND !== nanoseconds ? seconds - 1n : seconds;
}

/** Go reads an hour of one digit too. */
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:([Zz])|([-+])(\d{2}):(\d{2}))$/;

/**
 * A moment by RFC 3339.
 *
 * @see https://pkg.go.dev/time#Parse
 */
export function parseMoment(text: string): Timestamp {
  const match = /[tz]/.test(text) ? null : MOMENT.exec(text);
  if (!match) { return conversionError(STRING, TIMESTAMP); }
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const [, , , , , , , fraction = '', , sign, zoneHour = '0', zoneMinute = '0'] = match;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && day >= 1 && date.getUTCDate() === day
    && hour < 24 && minute < 60 && second < 60 && Number(zoneHour) <= 24 && Number(zoneMinute) <= 60;
  if (!isReal) { return conversionError(STRING, TIMESTAMP); }
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60 * (sign === '-' ? -1 : 1);
  const seconds = BigInt(date.getTime() / 1000 + hour * 3600 + minute * 60 + second - offset);
  return checkMoment(new Timestamp(seconds * SECOND + BigInt(fraction.slice(0, 9).padEnd(9, '0')), offset));
}

/** By RFC 3339, as the clock shows it that it was written down from, with as many digits below the second as it takes. */
export function showMoment({ nanoseconds, offset }: Timestamp): string {
  const seconds = floor(nanoseconds);
  const date = new Date((Number(seconds) + offset) * 1000);
  const fraction = `${nanoseconds - seconds * SECOND}`.padStart(9, '0').replace(/0+$/, '');
  const year = `${date.getUTCFullYear()}`.padStart(4, '0');
  const rest = date.toISOString().replace(/^[-+]?\d+(-\d\d-\d\dT\d\d:\d\d:\d\d)\.000Z$/, '$1');
  return `${year}${rest}${fraction ? `.${fraction}` : ''}${showOffset(offset)}`;
}

function showOffset(offset: number): string {
  if (offset === 0) { return 'Z'; }
  const minutes = Math.abs(offset) / 60;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map(part => `${part}`.padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${hour}:${minute}`;
}
