import * as fs from 'fs';
import * as path from 'path';

export interface Exclusion {
  readonly corpus: string;
  /** Or all cases of the corpus that begin so, with a star at its end. */
  readonly case: string;
  readonly reason: string;
}

/** Cases of Istio's that the evaluator is not held to, each with its reason. One that would pass is a failure, and so is one that is not there. */
export class Exclusions {
  public static read(): Exclusions {
    const [, ...lines] = fs.readFileSync(path.join(__dirname, 'exclusions.tsv'), 'utf8').trimEnd().split('\n');
    return new Exclusions(lines.map(line => {
      const [corpus, name, reason, ...more] = line.split('\t');
      if (!corpus || !name || !reason || more.length > 0) { throw new Error(`exclusions.tsv: got ${line}, expected corpus, case and reason`); }
      return { corpus, case: name, reason };
    }));
  }

  private readonly met = new Set<Exclusion>();

  constructor(private readonly rows: readonly Exclusion[]) {}

  public of(corpus: string, name: string): Exclusion | undefined {
    const found = this.rows.find(row => row.corpus === corpus && (row.case === name || (row.case.endsWith('*') && name.startsWith(row.case.slice(0, -1)))));
    if (found) { this.met.add(found); }
    return found;
  }

  /** Rows of a corpus that exclude nothing. */
  public unmet(corpus: string): readonly Exclusion[] {
    return this.rows.filter(row => row.corpus === corpus && !this.met.has(row));
  }
}
