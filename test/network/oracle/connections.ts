/** Protocols that a NetworkPolicy can name. */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

export const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];

const LAST_PORT = 65535;

interface Interval {
  readonly first: number;
  readonly last: number;
}

type Intervals = Readonly<Record<Protocol, readonly Interval[]>>;

/** A set of ports for each protocol. Its intervals are sorted, and neither meet nor touch, so that equal sets look the same. */
export class Connections {
  public static readonly NONE = new Connections({ TCP: [], UDP: [], SCTP: [] });
  public static readonly ALL = Connections.union(PROTOCOLS.map(protocol => Connections.of(protocol, 1, LAST_PORT)));

  /** One port, or a range with both of its ends. */
  public static of(protocol: Protocol, first: number, last = first): Connections {
    if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= LAST_PORT)) {
      throw new Error(`range of ports: got ${first} to ${last}, expected whole numbers in order from 1 to ${LAST_PORT}`);
    }
    return new Connections({ ...Connections.NONE.intervals, [protocol]: [{ first, last }] });
  }

  public static union(parts: readonly Connections[]): Connections {
    if (parts.length === 0) { return Connections.NONE; }
    return parts.length === 1 ? parts[0] : Connections.each(protocol => merged(parts.flatMap(part => part.intervals[protocol])));
  }

  private static each(make: (protocol: Protocol) => readonly Interval[]): Connections {
    return new Connections({ TCP: make('TCP'), UDP: make('UDP'), SCTP: make('SCTP') });
  }

  private constructor(private readonly intervals: Intervals) {}

  public get isEmpty(): boolean {
    return PROTOCOLS.every(protocol => this.intervals[protocol].length === 0);
  }

  public union(other: Connections): Connections {
    return Connections.union([this, other]);
  }

  public intersect(other: Connections): Connections {
    return Connections.each(protocol => this.intervals[protocol].flatMap(mine => other.intervals[protocol].flatMap(theirs =>
      interval(Math.max(mine.first, theirs.first), Math.min(mine.last, theirs.last)))));
  }

  public minus(other: Connections): Connections {
    return Connections.each(protocol => other.intervals[protocol].reduce<readonly Interval[]>(
      (rest, { first, last }) => rest.flatMap(mine => [
        ...interval(mine.first, Math.min(mine.last, first - 1)),
        ...interval(Math.max(mine.first, last + 1), mine.last),
      ]),
      this.intervals[protocol],
    ));
  }

  public equals(other: Connections): boolean {
    return this === other || PROTOCOLS.every(protocol => {
      const [mine, theirs] = [this.intervals[protocol], other.intervals[protocol]];
      return mine.length === theirs.length && mine.every(({ first, last }, i) => first === theirs[i].first && last === theirs[i].last);
    });
  }

  /** For people: `none`, `all`, or such as `TCP 80,443-445; UDP 53`. */
  public show(): string {
    if (this.isEmpty) { return 'none'; }
    if (this.equals(Connections.ALL)) { return 'all'; }
    return PROTOCOLS.filter(protocol => this.intervals[protocol].length > 0)
      .map(protocol => `${protocol} ${this.intervals[protocol].map(({ first, last }) => first === last ? first : `${first}-${last}`).join()}`)
      .join('; ');
  }
}

/** An interval, where there is one. */
function interval(first: number, last: number): Interval[] {
  return first <= last ? [{ first, last }] : [];
}

function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before && next.first <= before.last + 1) {
      result[result.length - 1] = { first: before.first, last: Math.max(before.last, next.last) };
    } else {
      result.push(next);
    }
  }
  return result;
}
