import { Double, Uint, Value } from './value';

const ESCAPES: { readonly [character: string]: string } = { '\\': '\\\\', '\'': '\\\'', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text of a constant, as people write it: in single quotes, and with what is not seen as escapes. */
export function printLiteral(value: Value): string {
  if (typeof value === 'string') { return `'${escaped(value)}'`; }
  if (value instanceof Uint) { return `${value.value}u`; }
  if (value instanceof Double) { return printDouble(value.value); }
  if (typeof value === 'number') { return Number.isSafeInteger(value) ? `${value}` : printDouble(value); }
  if (value instanceof Uint8Array) { return `b'${[...value].map(octet).join('')}'`; }
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') { return `${value}`; }
  throw new TypeError(`no constant can be written for a value of this kind: got ${Object.prototype.toString.call(value)}`);
}

function escaped(text: string): string {
  return text.replace(/[\\'\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, character => ESCAPES[character] ?? codePoint(character));
}

function codePoint(character: string): string {
  const hex = character.codePointAt(0)!.toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

function octet(value: number): string {
  return value >= 32 && value < 127 && value !== 39 && value !== 92 ? String.fromCharCode(value) : `\\x${value.toString(16).padStart(2, '0')}`;
}

/** Always with a point or an exponent: without either it would be an int. */
function printDouble(value: number): string {
  const text = Object.is(value, -0) ? '-0' : `${value}`.replace('e+', 'e');
  return /[.e]/.test(text) ? text : `${text}.0`;
}
