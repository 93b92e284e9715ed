import { lengthOf } from './standard/comparison';
import { mapEntries, mapSize } from './standard/keys';
import { isList, isMap, OpaqueValue, Optional } from './value';
import type { Value } from './value';

/** What one expression may cost: https://github.com/kubernetes/apiserver/blob/master/pkg/apis/cel/config.go */
export const EXPRESSION_COST_LIMIT = 1_000_000;
/** What all expressions of one policy may cost together, for one binding and one parameter. */
export const POLICY_COST_LIMIT = 10_000_000;

export const LIST_COST = 10;
export const MAP_COST = 30;

const PER_CHARACTER = 0.1;
const PER_PATTERN_CHARACTER = 0.25;
/** So dear that an expression has room for two questions about who may do what. */
const CHECK_COST = 350_000;
const OBJECT_COST = 40;
/** The longest pattern behind the formats of `format.named`, which is what the API server reckons with. */
const FORMAT_PATTERN = 30;

/** One call, as the API server sees it after it was made. */
export interface CallMade {
  readonly name: string;
  readonly args: readonly Value[];
  /** Nothing where it ended with an error. */
  readonly result?: Value;
  /** Only one form fitted before anything ran: then cel-go knows what the call does, and counts by it. */
  readonly isCertain: boolean;
}

/** A name as in the tree, and what a call by it costs; nothing where it costs as every other. */
type Count = (call: CallMade) => number;

const traversal = (factor: number): Count => ({ args }) => Math.ceil(sizeOf(args[0]) * factor * PER_CHARACTER);
const parsing = traversal(1);
const twice = traversal(2);
const elements: Count = ({ args }) => traversalOf(args[0]);
const pattern: Count = ({ args: [text, source] }) =>
  Math.ceil((1 + sizeOf(text)) * PER_CHARACTER) * Math.ceil(sizeOf(source) * PER_PATTERN_CHARACTER);
const smaller: Count = ({ args: [a, b] }) => Math.ceil(Math.min(comparedSize(a), comparedSize(b)) * PER_CHARACTER);
const made: Count = ({ result }) => 1 + LIST_COST + sizeOf(result);
const pairs: Count = ({ args: [list] }) => selfComparison(list as readonly Value[]);
const product = (factor: number): Count => ({ args: [a, b] }) => 1 + sizeOf(a) * sizeOf(b) * factor;
const network = (more: number): Count => ({ args: [range, other] }) => Math.ceil(2 * prefixBytes(range) * PER_CHARACTER)
  + (more > 0 ? Math.ceil(prefixBytes(range) * PER_CHARACTER) + 1 : 0) + (typeof other === 'string' ? Math.ceil(lengthOf(other) * PER_CHARACTER) : 0);

/** A selector is a list of demands, and the shortest demand has two characters. */
const selector: Count = ({ args: [, text] }) =>
  LIST_COST + Math.ceil(sizeOf(text) * PER_CHARACTER) + Math.ceil(sizeOf(text) / 2) * (LIST_COST + OBJECT_COST);

/** What Kubernetes counts by the name of the function alone. */
const BY_NAME: ReadonlyMap<string, Count> = new Map([
  ...each(['isSorted', 'sum', 'max', 'min', 'indexOf', 'lastIndexOf', 'includes'], elements),
  ...each(['url', 'lowerAscii', 'upperAscii', 'substring', 'trim', 'cidr', 'isIP', 'isCIDR', 'quantity', 'isQuantity', 'semver', 'isSemver'], parsing),
  ...each(['replace', 'split', 'ip.isCanonical'], twice),
  ...each(['join'], ({ result }) => Math.ceil(sizeOf(result) * 2 * PER_CHARACTER)),
  ...each(['find', 'findAll'], pattern),
  ...each(['check'], () => CHECK_COST),
  ...each(['fieldSelector', 'labelSelector'], selector),
  ...each(['ip'], call => call.args[0] instanceof OpaqueValue ? 1 : parsing(call)),
  ...each(['containsIP'], network(0)),
  ...each(['containsCIDR'], network(1)),
  ...each(['validate'], ({ args }) => Math.ceil((1 + sizeOf(args[1])) * PER_CHARACTER) * Math.ceil(FORMAT_PATTERN * PER_PATTERN_CHARACTER)),
]);

/** What cel-go counts where it knows the one form that is meant. */
const BY_FORM: ReadonlyMap<string, Count> = new Map([
  ...each(['startsWith', 'endsWith'], ({ args }) => Math.ceil(sizeOf(args[1]) * PER_CHARACTER)),
  ...each(['bytes', 'strings.quote', 'format'], call => call.name === 'bytes' && typeof call.args[0] !== 'string' ? 1 : parsing(call)),
  ...each(['string'], call => call.args[0] instanceof Uint8Array ? parsing(call) : 1),
  ...each(['in'], ({ args }) => isList(args[1]) ? args[1].length : 1),
  ...each(['<', '<=', '>', '>='], call => isText(call.args[0]) ? smaller(call) : 1),
  ...each(['==', '!='], smaller),
  ...each(['+'], ({ args: [a, b] }) => isText(a) ? Math.ceil((sizeOf(a) + sizeOf(b)) * PER_CHARACTER) : 1),
  ...each(['matches'], pattern),
  ...each(['contains'], ({ args: [a, b] }) => Math.ceil(sizeOf(a) * PER_CHARACTER) * Math.ceil(sizeOf(b) * PER_CHARACTER)),
  ...each(['slice', 'lists.range'], made),
  ...each(['reverse'], made),
  ...each(['flatten'], ({ args: [list, depth = 1] }) => 1 + LIST_COST + sizeOf(list) * Number(depth)),
  ...each(['distinct', 'sort'], pairs),
  ...each(['sets.contains', 'sets.intersects'], product(1)),
  ...each(['sets.equivalent'], product(2)),
]);

/** What a call costs beside what its arguments cost. */
export function callCost(call: CallMade): number {
  if (call.name === '==' && call.args[0] instanceof OpaqueValue) { return 1; }
  const count = BY_NAME.get(call.name) ?? (call.isCertain ? BY_FORM.get(call.name) : undefined);
  return count ? count(call) : 1;
}

/** The worst case of sorting, or of looking for doubles. */
export function selfComparison(list: readonly Value[]): number {
  const factor = list.length > 0 && isText(list[0]) ? 2 + PER_CHARACTER : 2;
  return 1 + LIST_COST + Math.floor(list.length * list.length * factor);
}

function each(names: readonly string[], count: Count): (readonly [string, Count])[] {
  return names.map(name => [name, count] as const);
}

function isText(value: Value): boolean {
  return typeof value === 'string' || value instanceof Uint8Array;
}

/** How much there is of a value; one where it has no size. */
function sizeOf(value: Value | undefined): number {
  if (typeof value === 'string') { return lengthOf(value); }
  if (value instanceof Uint8Array || (value !== undefined && isList(value))) { return value.length; }
  return value !== undefined && isMap(value) ? mapSize(value) : 1;
}

function comparedSize(value: Value): number {
  return value instanceof Optional && value.hasValue ? comparedSize(value.value) : sizeOf(value);
}

/** The cost of looking at all of a value. */
function traversalOf(value: Value): number {
  if (typeof value === 'string') { return Math.floor(Buffer.byteLength(value) * PER_CHARACTER); }
  if (value instanceof Uint8Array) { return Math.floor(value.length * PER_CHARACTER); }
  if (isList(value)) { return value.reduce<number>((cost, element) => cost + traversalOf(element), 0); }
  return isMap(value) ? mapEntries(value).reduce((cost, [key, element]) => cost + traversalOf(key) + traversalOf(element), 0) : 1;
}

/** How many bytes of an address a range fixes. */
function prefixBytes(range: Value): number {
  const prefix = /\/(\d+)$/.exec(String(range));
  return prefix ? Math.ceil(Number(prefix[1]) / 8) : 1;
}
