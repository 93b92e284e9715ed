import { CelEnvironment } from '../../../src/cel/environment';
import type { CelProgram } from '../../../src/cel/program';
import { BOOL, DYN } from '../../../src/cel/type';
import { Element, expressionFor, Rule } from '../../../src/policy/rule';

/** Every minor version of clusters for which rules are written. */
export const MINORS: readonly number[] = Array.from({ length: 10 }, (_, i) => 28 + i);

/** One element, as the API server would have it; what is left out is as empty as it can be. */
export interface Case {
  readonly container?: object;
  readonly volume?: object;
  readonly pod?: object;
  readonly meta?: object;
  readonly object?: object;
  /** The first and the last version of clusters in which it is so; otherwise in all of them. */
  readonly from?: number;
  readonly to?: number;
}

/** Cases by the end of a sentence that begins with "where". */
export interface Cases {
  readonly [where: string]: Case;
}

const NAMES: { readonly [element in Element]: readonly ('container' | 'volume' | 'pod' | 'meta' | 'object')[] } = {
  pod: ['pod', 'meta'],
  meta: ['pod', 'meta'],
  container: ['container', 'pod', 'meta'],
  volume: ['volume', 'pod', 'meta'],
  object: ['object'],
};
const EMPTY = { container: { name: 'app' }, volume: { name: 'data' }, pod: { containers: [{ name: 'app' }] }, meta: {}, object: {} };

/** A rule as a cluster would compile it; nothing where it is not judged there. */
export function compiled(rule: Rule, minor: number): CelProgram | undefined {
  const text = expressionFor(rule, minor);
  const variables = Object.fromEntries(NAMES[rule.on].map(name => [name, DYN]));
  return text === undefined ? undefined : CelEnvironment.of(Math.max(29, minor - 1)).compile(text, variables, BOOL);
}

/** The rule keeps still about all of these, in every version in which it is judged. */
export function holds(rule: Rule, cases: Cases): void {
  test.each(Object.entries(cases))(`${rule.id} holds where %s`, (_, each) => expectVerdict(rule, each, true));
}

/** The rule finds fault with all of these, in every version in which it is judged. */
export function fails(rule: Rule, cases: Cases): void {
  test.each(Object.entries(cases))(`${rule.id} fails where %s`, (_, each) => expectVerdict(rule, each, false));
}

function expectVerdict(rule: Rule, each: Case, verdict: boolean): void {
  const judged = MINORS.filter(minor => minor >= (each.from ?? 0) && minor <= (each.to ?? Infinity) && expressionFor(rule, minor) !== undefined);
  const values = Object.fromEntries(NAMES[rule.on].map(name => [name, each[name] ?? EMPTY[name]]));
  expect(judged.length).toBeGreaterThan(0);
  expect(judged.map(minor => [minor, compiled(rule, minor)!.evaluate(values)])).toEqual(judged.map(minor => [minor, verdict]));
}
