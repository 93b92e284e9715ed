import { floor } from './moment';
import { method, Overload } from '../overload';
import { DURATION, INT, STRING, TIMESTAMP } from '../type';
import { Duration, fault, Timestamp } from '../value';

/** A moment as a clock and a calendar of one place show it. `date` holds what they show, as if it were UTC. */
type Part = (date: Date, nanoseconds: bigint) => number;

const DAY = 86_400_000;

const PARTS: { readonly [name: string]: Part } = {
  getFullYear: date => date.getUTCFullYear(),
  getMonth: date => date.getUTCMonth(),
  getDayOfYear: date => Math.floor((date.getTime() - startOfYear(date)) / DAY),
  getDayOfMonth: date => date.getUTCDate() - 1,
  getDate: date => date.getUTCDate(),
  getDayOfWeek: date => date.getUTCDay(),
  getHours: date => date.getUTCHours(),
  getMinutes: date => date.getUTCMinutes(),
  getSeconds: date => date.getUTCSeconds(),
  getMilliseconds: (_, nanoseconds) => Number(nanoseconds / 1_000_000n),
};

function startOfYear(date: Date): number {
  const start = new Date(0);
  start.setUTCFullYear(date.getUTCFullYear(), 0, 1);
  return start.getTime();
}

function shown({ nanoseconds }: Timestamp, part: Part, zone: string): number {
  const seconds = floor(nanoseconds);
  const milliseconds = Number(seconds) * 1000;
  return part(new Date(milliseconds + offsetOf(zone, milliseconds)), nanoseconds - seconds * 1_000_000_000n);
}

/** Milliseconds by which clocks of a zone, such as `-08:00` or `Europe/Berlin`, are ahead of UTC. */
function offsetOf(zone: string, milliseconds: number): number {
  if (zone === '' || zone === 'UTC') { return 0; }
  if (zone.includes(':')) {
    const fixed = /^([-+]?)(\d{1,2}):(\d{1,2})$/.exec(zone) ?? fault(`cannot read time zone: ${JSON.stringify(zone)}`);
    return (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000 * (fixed[1] === '-' ? -1 : 1);
  }
  return namedOffset(zone, milliseconds);
}

function namedOffset(zone: string, milliseconds: number): number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23',
    });
  } catch {
    return fault(`unknown time zone ${zone}`);
  }
  // Names are written in one way, which is more than JavaScript asks for.
  const { timeZone } = format.resolvedOptions();
  if (timeZone !== zone && timeZone.toLowerCase() === zone.toLowerCase()) { return fault(`unknown time zone ${zone}`); }
  const parts = Object.fromEntries(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const there = new Date(0);
  there.setUTCFullYear(parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year), Number(parts.month) - 1, Number(parts.day));
  there.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return there.getTime() - milliseconds;
}

const LENGTHS: { readonly [name: string]: bigint } = {
  getHours: 3_600_000_000_000n, getMinutes: 60_000_000_000n, getSeconds: 1_000_000_000n,
};

/** Parts of a moment, and a span of time in whole units. */
export const CALENDAR: readonly Overload[] = [
  ...Object.entries(PARTS).flatMap(([name, part]) => [
    method(name, [TIMESTAMP], INT, (moment: Timestamp) => shown(moment, part, '')),
    method(name, [TIMESTAMP, STRING], INT, (moment: Timestamp, zone: string) => shown(moment, part, zone)),
  ]),
  ...Object.entries(LENGTHS).map(([name, length]) => method(name, [DURATION], INT, ({ nanoseconds }: Duration) => Number(nanoseconds / length))),
  method('getMilliseconds', [DURATION], INT, ({ nanoseconds }: Duration) => Number(nanoseconds / 1_000_000n)),
];
