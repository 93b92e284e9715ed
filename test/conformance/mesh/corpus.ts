import type { Exclusions } from './exclusions';
import type { Report } from '../report';

/** One case of Istio's, with what Istio expects and what the evaluator says, in the same words. */
export interface Case {
  readonly name: string;
  readonly expected: string;
  readonly actual: () => string;
}

/** Cases of one kind, from one place among Istio's tests. */
export interface Corpus {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** All cases of a corpus must agree exactly, but those excluded by name, which must not. */
export async function judge(report: Report, { name, cases }: Corpus, exclusions: Exclusions, who = 'the evaluator'): Promise<void> {
  const wrong: string[] = [];
  let excluded = 0;
  for (const [title, { expected, actual }] of distinct(cases)) {
    const said = saidBy(actual);
    const exclusion = exclusions.of(name, title);
    if (exclusion) { excluded += 1; }
    if (exclusion && said === expected) { wrong.push(`${title}: agrees, and is excluded: ${exclusion.reason}`); }
    if (!exclusion && said !== expected) { wrong.push(`${title}: got ${said}, expected ${expected}`); }
  }
  wrong.push(...exclusions.unmet(name).map(row => `${row.case}: is excluded, and is no case`));
  await report.check(`${name}: ${cases.length - excluded} of ${cases.length} cases fit, and ${who} agrees with each; ${excluded} are excluded by name`, () => {
    if (cases.length === excluded) { throw new Error('no case fits'); }
    if (wrong.length > 0) { throw new Error(wrong.join('\n')); }
  });
}

function saidBy(actual: () => string): string {
  try {
    return actual();
  } catch (error) {
    return `error: ${(error as Error).message}`;
  }
}

function distinct(cases: readonly Case[]): readonly (readonly [string, Case])[] {
  const seen = new Map<string, number>();
  return cases.map(each => {
    const count = (seen.get(each.name) ?? 0) + 1;
    seen.set(each.name, count);
    return [count === 1 ? each.name : `${each.name} #${count}`, each];
  });
}
