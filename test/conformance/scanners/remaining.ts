import * as fs from 'fs';
import * as path from 'path';
import type { Found, Mode } from './scanner';

/** One kind of finding that is left, and why: a row of `remaining.tsv`. */
export interface Row {
  readonly scanner: string;
  /** `default` is left in both modes, `all` only where every optional check is on. */
  readonly mode: Mode;
  readonly check: string;
  /** Of the object; `-` where the scanner does not say. */
  readonly kind: string;
  readonly reason: string;
}

/** The table of what is left, and which of its rows were met. */
export class Remaining {
  public static read(): Remaining {
    const [head, ...lines] = fs.readFileSync(path.join(__dirname, 'remaining.tsv'), 'utf8').trimEnd().split('\n');
    const columns = head.split('\t');
    return new Remaining(lines.map(line => {
      const cells = line.split('\t');
      if (cells.length !== columns.length || cells.some(cell => cell === '')) { throw new Error(`remaining.tsv: got ${line}, expected ${columns.join(', ')}`); }
      return Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as unknown as Row;
    }));
  }

  private readonly met = new Set<Row>();

  private constructor(public readonly rows: readonly Row[]) {}

  /** What is found and stands in no row. */
  public unexplained(scanner: string, mode: Mode, found: readonly Found[]): Found[] {
    return found.filter(({ check, object }) => {
      const kind = object.split(' ')[0] || '-';
      const row = this.rows.find(each => each.scanner === scanner && each.check === check && each.kind === kind && (each.mode === 'default' || mode === 'all'));
      if (row && row.mode === mode) { this.met.add(row); }
      return row === undefined;
    });
  }

  /** Rows that explain nothing any more. */
  public unmet(scanner: string): Row[] {
    return this.rows.filter(row => row.scanner === scanner && !this.met.has(row));
  }
}

/** A finding as a row that is still to be explained. */
export function asRow(scanner: string, mode: Mode, { check, object, message }: Found): string {
  return [scanner, mode, check, object.split(' ')[0] || '-', `${object}: ${message}`].join('\t');
}
