import * as fs from 'fs';
import * as path from 'path';
import { Message } from './istio';

/** One kind of message that is left, and why: a row of `remaining.tsv`. */
export interface Row {
  readonly code: string;
  /** Of the object that it is about. */
  readonly kind: string;
  readonly reason: string;
}

/** The table of what `istioctl` still says, and which of its rows were met. */
export class Remaining {
  public static read(): Remaining {
    const [, ...lines] = fs.readFileSync(path.join(__dirname, 'remaining.tsv'), 'utf8').trimEnd().split('\n');
    return new Remaining(lines.map(line => {
      const [code, kind, reason, ...more] = line.split('\t');
      if (!code || !kind || !reason || more.length > 0) { throw new Error(`remaining.tsv: got ${line}, expected code, kind and reason`); }
      return { code, kind, reason };
    }));
  }

  private readonly met = new Set<Row>();

  private constructor(private readonly rows: readonly Row[]) {}

  /** Messages of warning and above that stand in no row. */
  public unexplained(messages: readonly Message[]): Message[] {
    return messages.filter(({ level }) => level !== 'Info').filter(message => {
      const row = this.rows.find(({ code, kind }) => code === message.code && kind === kindOf(message));
      if (row) { this.met.add(row); }
      return row === undefined;
    });
  }

  /** Rows that explain nothing any more. */
  public get unmet(): readonly Row[] {
    return this.rows.filter(row => !this.met.has(row));
  }
}

function kindOf({ origin }: Message): string {
  return origin.split(' ')[0] || '-';
}
