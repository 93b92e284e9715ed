import { tests } from '@bufbuild/cel-spec/testdata/conformance.js';
import { encode } from './encode';
import { difference, ours, theirs } from './judged';
import type { Oracle } from './oracle';
import { Exclusion, NO_PLACE, SERVER_DIFFERS } from './spec-exclusions';
import { NoPlace, typeOfWritten, valueOfWritten, Written } from './spec-values';
import { CelError } from '../../../src/cel/cel-error';
import { CelEnvironment } from '../../../src/cel/environment';
import { showType, Type } from '../../../src/cel/type';
import { Fault, Value } from '../../../src/cel/value';
import type { Report } from '../report';

const MINOR = 37;

interface SpecCase {
  /** The file, its section and the case. */
  readonly name: string;
  readonly written: Written;
}

interface Group {
  readonly name: string;
  readonly suites?: readonly Group[];
  readonly tests?: readonly { readonly original: Written }[];
}

/** The cases of the language's own specification that fit the dialect of Kubernetes, each for itself. */
export async function specification(oracle: Oracle, report: Report): Promise<void> {
  const cases = casesOf(tests);
  const sorted = new Map(cases.map(each => [each, exclusionOf(each)]));
  const fitting = cases.filter(each => sorted.get(each) === undefined);
  await report.check(`specification: ${fitting.length} of ${cases.length} cases fit, and hold`, () => {
    refuse(fitting.map(each => [each, faultOf(each)]));
  });
  for (const exclusion of NO_PLACE) {
    const out = cases.filter(each => sorted.get(each) === exclusion);
    await report.check(`specification: ${out.length} cases left out: ${exclusion.why}`, () => {
      stale(exclusion, out);
      // Where all is refused, an expected error is met by nothing that counts.
      refuse(out.map(each => [each, !each.written.evalError && faultOf(each) === undefined ? 'passes: it can be asked for' : undefined]));
    });
  }
  for (const exclusion of SERVER_DIFFERS) {
    const out = cases.filter(each => sorted.get(each) === exclusion);
    const found = await Promise.all(out.map(async each => [each, await differenceFromServer(oracle, each, exclusion)] as const));
    await report.check(`specification: in ${out.length} cases the API server does otherwise, and so do we: ${exclusion.why}`, () => {
      stale(exclusion, out);
      refuse(out.map(each => [each, faultOf(each) === undefined ? 'passes: it can be asked for' : undefined]));
      refuse(found);
    });
  }
  planted(report, fitting);
}

function casesOf({ suites = [], tests: own = [] }: Group, prefix = ''): SpecCase[] {
  return [
    ...own.map(({ original }) => ({ name: `${prefix}${original.name}`, written: original })),
    ...suites.flatMap(group => casesOf(group, `${prefix}${group.name}/`)),
  ];
}

function exclusionOf({ name, written }: SpecCase): Exclusion | undefined {
  const text = JSON.stringify(written);
  return [...NO_PLACE, ...SERVER_DIFFERS].find(({ names, written: form }) => names.some(each => isIn(name, each)) || form?.test(text));
}

function isIn(name: string, group: string): boolean {
  return name === group || name.startsWith(`${group}/`);
}

function stale({ names }: Exclusion, out: readonly SpecCase[]): void {
  const unknown = names.filter(group => !out.some(({ name }) => isIn(name, group)));
  if (unknown.length > 0) { throw new Error(`no such case: got ${unknown.join(', ')}; remove it from the exclusions`); }
}

function refuse(found: readonly (readonly [of: SpecCase, fault: string | undefined])[]): void {
  const wrong = found.flatMap(([{ name, written }, fault]) => fault === undefined ? [] : [`${name}: ${written.expr}: ${fault}`]);
  if (wrong.length > 0) { throw new Error(`${wrong.length} of ${found.length} cases:\n${wrong.slice(0, 20).join('\n')}`); }
}

/** In what our engine differs from the case; nothing where it does not. */
function faultOf({ written }: SpecCase): string | undefined {
  const { evalError, typedResult = {}, checkOnly } = written;
  try {
    const program = CelEnvironment.of(MINOR).compile(written.expr, variablesOf(written));
    const [type, expectedType] = [showType(program.type), typedResult.deducedType && showType(typeOfWritten(typedResult.deducedType))];
    if (expectedType && type !== expectedType) { return `type: got ${type}, expected ${expectedType}`; }
    if (checkOnly) { return undefined; }
    const got = textOf(program.evaluate(valuesOf(written)));
    const expected = evalError ? 'an error' : textOf(valueOfWritten(typedResult.result ?? written.value ?? { boolValue: true }));
    return got === expected ? undefined : `got ${got}, expected ${expected}`;
  } catch (error) {
    if (error instanceof NoPlace) { return error.message; }
    if (!(error instanceof CelError || error instanceof Fault)) { throw error; }
    // A constant that can only fail is refused at once. Any other refusal is not the error that the case is about.
    const isMet = evalError && (error instanceof Fault || written.disableCheck || /^constant can only fail/.test(error.message));
    return isMet ? undefined : `got error ${error.message}`;
  }
}

const textOf = (value: Value) => JSON.stringify(encode(value));

function variablesOf({ typeEnv = [] }: Written): { [name: string]: Type } {
  return Object.fromEntries(typeEnv.map(({ name, ident }: Written) => {
    if (!ident) { throw new NoPlace('a function of its own'); }
    return [name, typeOfWritten(ident.type)];
  }));
}

function valuesOf({ bindings = {} }: Written): { [name: string]: Value } {
  return Object.fromEntries(Object.entries<Written>(bindings).map(([name, { value }]) => [name, valueOfWritten(value)]));
}

async function differenceFromServer(oracle: Oracle, { written }: SpecCase, { asked }: Exclusion): Promise<string | undefined> {
  const values = asked === undefined ? valuesOf(written) : {};
  const [expression, variables] = [asked ?? written.expr, Object.keys(values)];
  const answer = await oracle.ask({ minor: MINOR, expression, variables, inputs: [JSON.stringify(values)] });
  return difference(ours(MINOR, expression, variables, [values]), theirs(answer));
}

/** A case that expects something else than it should must be found, or the others prove nothing. */
function planted(report: Report, cases: readonly SpecCase[]): void {
  const contrary = cases.filter(({ written }) => written.value?.boolValue === true)
    .map(({ name, written }) => ({ name, written: { ...written, value: { boolValue: false } } }));
  const missed = contrary.filter(each => faultOf(each) === undefined).map(({ name }) => `missed: ${name}`);
  report.planted(`${contrary.length} cases of the specification that expect the contrary`, missed.length === 0 ? ['all found'] : missed, /^all found$/);
}
