import { fillClauses, unknownClause } from './format-clauses';
import { quoteAsGo } from './quote';
import { showFixed, showPlain, showScientific } from './show-number';
import { mapEntries } from '../standard/keys';
import { showMoment } from '../standard/moment';
import { showDouble } from '../standard/show-double';
import { showSpan } from '../standard/span';
import { showType } from '../type';
import {
  Duration, fault, isDouble, isInt, isList, isMap, numberOf, OpaqueValue, Optional, Timestamp, TypeValue, Uint, Value,
} from '../value';

/** Of the digits that a double has in a list or a map. */
const PRECISION_INSIDE = 6;

/** The text with its clauses, such as `%s`, replaced by values, one for each. */
export function format(text: string, args: readonly Value[]): string {
  return fillClauses(text, args.length, (verb, i, precision) => clauseOf(verb, args[i], precision));
}

function clauseOf(verb: string, value: Value, precision: number): string {
  switch (verb) {
    case 's': return shown(value);
    case 'd': return decimal(value);
    case 'f': return showFixed(doubleOf(value), precision);
    case 'e': return showScientific(doubleOf(value), precision);
    case 'b': return typeof value === 'boolean' ? `${Number(value)}` : wholeOf(value).toString(2);
    case 'x': return hexadecimal(value);
    case 'X': return hexadecimal(value).toUpperCase();
    case 'o': return wholeOf(value).toString(8);
    default: return unknownClause(verb);
  }
}

function wholeOf(value: Value): bigint {
  return isInt(value) ? BigInt(value) : value instanceof Uint ? value.value : fault('clause asks for an int');
}

/** Texts may name the doubles that have no digits. */
function doubleOf(value: Value): number {
  if (isDouble(value)) { return numberOf(value); }
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : fault('clause asks for a double');
}

function decimal(value: Value): string {
  return `${wholeOf(value)}`;
}

function hexadecimal(value: Value): string {
  if (typeof value === 'string') { return Buffer.from(value, 'utf8').toString('hex'); }
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : wholeOf(value).toString(16);
}

function shown(value: Value): string {
  if (isDouble(value)) { return showDouble(numberOf(value)); }
  if (value instanceof Timestamp) { return showMoment(value); }
  if (value instanceof Duration) { return showSpan(value); }
  return inside(value);
}

/** As it stands in a list or a map, but without the quotes. */
function inside(value: Value): string {
  if (value === null) { return 'null'; }
  if (typeof value === 'string') { return value; }
  if (typeof value === 'boolean') { return `${value}`; }
  if (isInt(value) || value instanceof Uint) { return decimal(value); }
  if (isDouble(value)) { return fixedInside(numberOf(value)); }
  if (value instanceof Uint8Array) { return textOf(value); }
  if (value instanceof Timestamp) { return `timestamp("${showMoment(value)}")`; }
  if (value instanceof Duration) { return `duration("${showSpan(value)}")`; }
  if (value instanceof TypeValue) { return showType(value.type).replace(/\(.*/, ''); }
  if (isList(value)) { return `[${value.map(quoted).join(', ')}]`; }
  if (isMap(value)) { return mapText(value); }
  return fault(`no formatting function for ${value instanceof Optional ? 'optional_type' : showType((value as OpaqueValue).type)}`);
}

function fixedInside(value: number): string {
  return Number.isFinite(value) ? showPlain(value, PRECISION_INSIDE) : showDouble(value);
}

function quoted(value: Value): string {
  if (typeof value === 'string') { return quoteAsGo(value); }
  if (value instanceof Uint8Array) { return `b${quoteAsGo(inside(value))}`; }
  return isDouble(value) && !Number.isFinite(numberOf(value)) ? quoteAsGo(inside(value)) : inside(value);
}

function mapText(map: Value): string {
  const pairs = mapEntries(map).map(([key, value]) => {
    if (isDouble(key)) { return fault('no formatting function for map key of type double'); }
    return [quoted(key), quoted(value)] as const;
  });
  return `{${pairs.sort(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => `${key}:${value}`).join(', ')}}`;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fault('invalid UTF-8 in bytes, cannot convert to string');
  }
}

