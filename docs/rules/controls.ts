import * as fs from 'fs';
import * as path from 'path';
import type { Controls } from '../../src/policy/rule';
import { FRAMEWORKS, Framework, Scanner, SCANNERS } from '../../src/report/frameworks';

export { FRAMEWORKS, SCANNERS };
export type { Framework, Scanner };

/** One demand of the field, under the ids that scanners and frameworks give to it. */
export interface Control {
  readonly name: string;
  readonly category: string;
  readonly ids: Pick<Controls, Scanner | 'cis' | 'nsa'>;
}

/** What this library says to a control. */
export interface Answer {
  readonly control: string;
  /** Rules judge it, a construct makes it so, a part that is to come will, or nothing does. */
  readonly by: 'rule' | 'construct' | 'part' | 'none';
  readonly names: readonly string[];
  readonly reason: string;
}

export function readControls(): Control[] {
  return table('controls.tsv').map(row => {
    const ids = Object.fromEntries([...SCANNERS.keys(), 'cis', 'nsa'].map(key => [key, row[key].split(',').filter(id => id)]));
    return { name: row.control, category: row.category, ids };
  });
}

export function readAnswers(): Answer[] {
  return table('answers.tsv').map(({ control, by, names, reason }) => (
    { control, by: by as Answer['by'], names: names.split(' ').filter(name => name), reason }
  ));
}

/** The rows of a table, each by the names in the first line. */
function table(file: string): Record<string, string>[] {
  const [head, ...rows] = fs.readFileSync(path.join(__dirname, '..', 'controls', file), 'utf8').trimEnd().split('\n').map(line => line.split('\t'));
  return rows.map(row => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}
