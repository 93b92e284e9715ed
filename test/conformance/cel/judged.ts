import { encode } from './encode';
import type { Answer } from './oracle';
import { CelError } from '../../../src/cel/cel-error';
import { CelEnvironment } from '../../../src/cel/environment';
import { DYN, showType } from '../../../src/cel/type';
import { Fault, Value } from '../../../src/cel/value';

/** What became of an expression: refused, or its type and what it gives for each input. */
export interface Judged {
  readonly type: string;
  readonly results: readonly string[];
}

const REFUSED: Judged = { type: 'refused', results: [] };
const ERROR = 'error';

/** Our engine's word. */
export function ours(minor: number, expression: string, variables: readonly string[], inputs: readonly { readonly [name: string]: Value }[]): Judged {
  try {
    const program = CelEnvironment.of(minor).compile(expression, Object.fromEntries(variables.map(name => [name, DYN])));
    return { type: plain(showType(program.type)), results: inputs.map(input => valueOf(() => program.evaluate(input))) };
  } catch (error) {
    if (error instanceof CelError) { return REFUSED; }
    throw new Error(`${expression}: ${(error as Error).stack}`);
  }
}

function valueOf(evaluate: () => Value): string {
  try {
    return JSON.stringify(encode(evaluate()));
  } catch (error) {
    if (error instanceof Fault) { return ERROR; }
    throw error;
  }
}

/** The oracle's word. */
export function theirs({ refused, type, results = [] }: Answer): Judged {
  if (refused !== undefined) { return REFUSED; }
  return { type: plain(type!), results: results.map(({ value, error }) => error === undefined ? JSON.stringify(value) : ERROR) };
}

/** Types by one name: the oracle's printer has others than its messages. */
function plain(type: string): string {
  return type.replace(/google\.protobuf\.(Duration|Timestamp)/g, (_, name: string) => name.toLowerCase()).replace(/null_type/g, 'null').replace(/type\(.*\)/, 'type')
    .replace(/\b_?[A-Z]\w*\b(?!\.)/g, 'dyn');
}

/** In what two judgements differ; nothing where they do not. */
export function difference(a: Judged, b: Judged): string | undefined {
  if (a.type !== b.type) { return `type: got ${a.type}, expected ${b.type}`; }
  const at = a.results.findIndex((result, i) => result !== b.results[i]);
  return at < 0 ? undefined : `input ${at}: got ${a.results[at]}, expected ${b.results[at]}`;
}
