import type { Expr } from './ast';
import { CelError } from './cel-error';
import type { Checked } from './checked';
import { childrenOf } from './children';
import { fillClauses, unknownClause } from './library/format-clauses';
import { showType } from './type';
import type { Type } from './type';
import { Fault, fault } from './value';

type Kinds = readonly Type['kind'][];

const WHOLE: Kinds = ['int', 'uint'];
/** A text may name a double that has no digits. */
const BROKEN: Kinds = ['double', 'string'];
const HEXADECIMAL: Kinds = [...WHOLE, 'string', 'bytes'];
const SHOWN: Kinds = ['list', 'map', ...WHOLE, 'double', 'bool', 'string', 'timestamp', 'bytes', 'duration', 'type', 'null'];

/** What each clause takes. */
const CLAUSES: ReadonlyMap<string, Kinds> = new Map([
  ['s', SHOWN], ['d', WHOLE], ['f', BROKEN], ['e', BROKEN], ['b', [...WHOLE, 'bool']], ['x', HEXADECIMAL], ['X', HEXADECIMAL], ['o', WHOLE],
]);

/**
 * Refuses a text that is written out and cannot be filled with the values that are written out beside it, as in `'%d'.format(['a'])`: the API
 * server refuses the policy too.
 *
 * @throws CelError at the call
 */
export function refuseFormatFaults(expr: Expr, source: string, types: Checked['types']): void {
  const visit = (node: Expr): void => {
    if (node.kind === 'call' && node.name === 'format' && node.target?.kind === 'literal') {
      const [text, values] = [node.target.value, node.args[0]];
      if (typeof text === 'string' && values.kind === 'list') {
        const why = faultOf(text, values.elements.map(({ value }) => value), types);
        if (why !== undefined) { throw new CelError(`text cannot be filled: got ${why}; give it one value of the right type for each clause`, source, node.at); }
      }
    }
    childrenOf(node).forEach(visit);
  };
  visit(expr);
}

function faultOf(text: string, values: readonly Expr[], types: Checked['types']): string | undefined {
  let filled = 0;
  const take = (verb: string, i: number): string => {
    const wrong = misfit(values[i], CLAUSES.get(verb) ?? unknownClause(verb), types, verb === 's');
    if (wrong) { fault(`${showType(wrong)} for %${verb}`); }
    filled++;
    return '';
  };
  try {
    fillClauses(text, values.length, take);
  } catch (error) {
    if (error instanceof Fault) { return error.message; }
    throw error;
  }
  return values.length > filled ? `${values.length} values for ${filled} clauses` : undefined;
}

/** The first type that is none of those, there or in a list or a map that is written out. */
function misfit(value: Expr, kinds: Kinds, types: Checked['types'], isDeep: boolean): Type | undefined {
  const type = types.get(value)!;
  if (type.kind !== 'dyn' && !kinds.includes(type.kind)) { return type; }
  if (!isDeep || (value.kind !== 'list' && value.kind !== 'map')) { return undefined; }
  for (const part of childrenOf(value)) {
    const wrong = misfit(part, kinds, types, true);
    if (wrong) { return wrong; }
  }
  return undefined;
}
