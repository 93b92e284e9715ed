import { fault } from '../value';

const CLAUSE = /%(?:%|(?:\.(\d*))?([a-zA-Z]))?/g;
const DEFAULT_PRECISION = 6;
const MOST_PRECISE = 1_000_000;

/** The text with its clauses, such as `%s`, replaced by what stands for them; there are `count` values, one for each. */
export function fillClauses(text: string, count: number, fill: (verb: string, i: number, precision: number) => string): string {
  let next = 0;
  return text.replace(CLAUSE, (clause, precision: string | undefined, verb: string | undefined) => {
    if (clause === '%%') { return '%'; }
    if (verb === undefined) { return fault('unexpected end of string'); }
    if (next >= count) { return fault(`index ${next} out of range`); }
    return fill(verb, next++, precisionOf(precision));
  });
}

/** A point without a number after it is no precision, and nobody reads a million digits. */
function precisionOf(text: string | undefined): number {
  const precision = text === undefined ? DEFAULT_PRECISION : text === '' ? NaN : Number(text);
  return precision <= MOST_PRECISE ? precision : fault(`precision has no such value: got ${JSON.stringify(text)}, expected 0 to ${MOST_PRECISE}`);
}

export function unknownClause(verb: string): never {
  return fault(`unrecognized formatting clause "${verb}"`);
}
