import { mutantsOf } from './mutants';
import type { Expr } from '../../../src/cel/ast';
import { CelEnvironment } from '../../../src/cel/environment';
import { parse } from '../../../src/cel/parse';
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

interface KnownCase extends Case {
  readonly verdict: boolean;
}

/** All that the tests say about a rule, and the changes to its expression after which it means the same. */
class Known {
  public readonly cases: KnownCase[] = [];
  public readonly alike = new Set<string>();
}

const known = new Map<Rule, Known>();

/** A rule as a cluster would compile it; nothing where it is not judged there. */
export function compiled(rule: Rule, minor: number): CelProgram | undefined {
  const text = expressionFor(rule, minor);
  return text === undefined ? undefined : compile(rule, text, minor);
}

/** The rule keeps still about all of these, in every version in which it is judged. */
export function holds(rule: Rule, cases: Cases): void {
  add(rule, cases, true);
  test.each(Object.entries(cases))(`${rule.id} holds where %s`, (_, each) => expectVerdict(rule, each, true));
}

/** The rule finds fault with all of these, in every version in which it is judged. */
export function fails(rule: Rule, cases: Cases): void {
  add(rule, cases, false);
  test.each(Object.entries(cases))(`${rule.id} fails where %s`, (_, each) => expectVerdict(rule, each, false));
}

/** After these changes the expression of a rule would mean the same, for the reason. */
export function alike(rule: Rule, changes: { readonly [reason: string]: readonly string[] }): void {
  Object.values(changes).flat().forEach(change => knownOf(rule).alike.add(change));
}

function add(rule: Rule, cases: Cases, verdict: boolean): void {
  knownOf(rule).cases.push(...Object.values(cases).map(each => ({ ...each, verdict })));
}

/** With the first words about a rule comes the test that there are enough of them. */
function knownOf(rule: Rule): Known {
  let found = known.get(rule);
  if (!found) {
    const told = found = new Known();
    known.set(rule, found);
    test(`every small change of the expression of ${rule.id} is noticed`, () => expect(unnoticed(rule, told.cases)).toEqual([...told.alike].sort()));
  }
  return found;
}

/** The changes of a rule's expression, of each of its forms, after which no case turns out otherwise. */
function unnoticed(rule: Rule, cases: readonly KnownCase[]): string[] {
  const forms = new Set(MINORS.flatMap(minor => expressionFor(rule, minor) ?? []));
  return [...new Set([...forms].flatMap(text => {
    const minors = MINORS.filter(minor => expressionFor(rule, minor) === text);
    const minor = minors[minors.length - 1];
    const apt = cases.filter(each => minors.some(one => isAbout(each, one)));
    return mutantsOf(parse(text)).filter(({ expr }) => !isNoticed(() => compile(rule, expr, minor), rule, apt)).map(({ change }) => change);
  }))].sort();
}

/** What cannot be compiled would not even be written. */
function isNoticed(mutant: () => CelProgram, rule: Rule, cases: readonly KnownCase[]): boolean {
  try {
    const program = mutant();
    return cases.some(each => program.evaluate(valuesOf(rule, each)) !== each.verdict);
  } catch {
    return true;
  }
}

function expectVerdict(rule: Rule, each: Case, verdict: boolean): void {
  const judged = MINORS.filter(minor => isAbout(each, minor) && expressionFor(rule, minor) !== undefined);
  const values = valuesOf(rule, each);
  expect(judged.length).toBeGreaterThan(0);
  expect(judged.map(minor => [minor, compiled(rule, minor)!.evaluate(values)])).toEqual(judged.map(minor => [minor, verdict]));
}

function isAbout({ from = 0, to = Infinity }: Case, minor: number): boolean {
  return minor >= from && minor <= to;
}

function valuesOf(rule: Rule, each: Case): { readonly [name: string]: any } {
  return Object.fromEntries(NAMES[rule.on].map(name => [name, each[name] ?? EMPTY[name]]));
}

function compile(rule: Rule, source: string | Expr, minor: number): CelProgram {
  return CelEnvironment.of(Math.max(29, minor - 1)).compile(source, Object.fromEntries(NAMES[rule.on].map(name => [name, DYN])), BOOL);
}
