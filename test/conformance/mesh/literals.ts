/*
 * Tables in Istio's tests are values of Go. The program hands them over as data (see `literal.go`): what is said here turns them into the
 * objects that they stand for.
 */

export type Literal = any;

/** A list of structs that a table is. */
export function rows(literal: Literal): Record<string, Literal>[] {
  if (!Array.isArray(literal)) { throw new Error(`table: got ${JSON.stringify(literal)}, expected a list`); }
  return literal;
}

/** What names of variables stand for; others are values of enumerations. */
export type Names = Readonly<Record<string, string>>;

/** A message of Istio's API as JSON has it: `&security.Source{NotIpBlocks: …}` is `{notIpBlocks: …}`. */
export function message(literal: Literal, names: Names = {}): any {
  const inside = (value: Literal) => message(value, names);
  if (literal === null || typeof literal !== 'object') { return literal; }
  if (Array.isArray(literal)) { return literal.map(inside); }
  if (literal.$ === 'map') { return Object.fromEntries(Object.entries(literal['']).map(([key, value]) => [key, inside(value)])); }
  if (literal.name !== undefined) { return names[literal.name] ?? enumerated(literal.name); }
  if (literal.call !== undefined) { throw new Error(`call in a table: got ${literal.call}, expected a value`); }
  return Object.fromEntries(Object.entries<any>(literal).filter(([field]) => field !== '$').flatMap(([field, value]): [string, any][] =>
    isChoice(value, field) ? Object.entries(inside(value)) : [[jsonName(field), inside(value)]]));
}

/** A field of which only one may be set stands in a wrapper of its own. */
function isChoice(value: any, field: string): boolean {
  return field === 'ActionDetail' && value?.$ !== undefined;
}

function jsonName(field: string): string {
  return `${field[0].toLowerCase()}${field.slice(1)}`;
}

/** `security_beta.PeerAuthentication_MutualTLS_STRICT` is STRICT. */
function enumerated(name: string): string {
  return name.slice(name.lastIndexOf('_') + 1);
}
