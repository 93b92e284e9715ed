import { refuse } from '../kube/problem';

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** How long before its day a waiver is told to run out, and how long after it nothing is refused yet. */
const NOTICE = 30;
const GRACE = 14;

/** How a waiver stands on one day. */
export enum Expiry {
  /** Its day is far, or it has none. */
  CURRENT = 'current',
  /** Its day is near. */
  NEAR = 'near',
  /** Its day is past, and yesterday's commit can still be applied: neither a night's mending nor its rollback dies at midnight. */
  PAST = 'past',
  /** Its day is so long past that it counts no more. */
  OVER = 'over',
}

/** A day as the count of days since 1970, in UTC. */
export function dayOf(what: string, text: string): number {
  const time = typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // JavaScript takes the 30th of February for the 1st of March.
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return exists ? time / MILLISECONDS_OF_A_DAY : refuse({ what, got: text, expected: 'a day like 2027-01-31', todo: 'write year, month and day' });
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The day by which waivers are judged: the one that is asked for, else that of a reproducible build, else today. */
export function judgedDay(asked: string | undefined, env: Environment = process.env, now: number = Date.now()): number {
  if (asked !== undefined) { return dayOf('asOf', asked); }
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') { return Math.floor(now / MILLISECONDS_OF_A_DAY); }
  if (!/^\d{1,12}$/.test(epoch)) {
    refuse({ what: 'SOURCE_DATE_EPOCH is no time', got: epoch, expected: 'seconds since 1970', todo: 'correct or unset it' });
  }
  return Math.floor(Number(epoch) * 1000 / MILLISECONDS_OF_A_DAY);
}

/** How something stands that holds until the end of a day. */
export function expiryOf(expires: number | undefined, today: number): Expiry {
  if (expires === undefined) { return Expiry.CURRENT; }
  const left = expires - today;
  if (left > NOTICE) { return Expiry.CURRENT; }
  if (left >= 0) { return Expiry.NEAR; }
  return left > -GRACE ? Expiry.PAST : Expiry.OVER;
}
