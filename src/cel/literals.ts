import { CelError } from './cel-error';
import { double, Fault, int, uint, Value } from './value';

const SIMPLE: { readonly [letter: string]: number } = {
  'a': 7, 'b': 8, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': 92, '?': 63, '"': 34, '\'': 39, '`': 96,
};

/** The value of a number as it was written, `-` included. */
export function numberValue(text: string, source: string, at: number): Value {
  const unsigned = /[uU]$/.test(text) && !/[.]/.test(text);
  const digits = unsigned ? text.slice(0, -1) : text;
  const isHex = /^-?0x/.test(digits);
  if (!isHex && /[.eE]/.test(digits)) { return doubleValue(digits, source, at); }
  const negative = digits.startsWith('-');
  const magnitude = BigInt(negative ? digits.slice(1) : digits);
  try {
    return unsigned ? uint(negative ? -magnitude : magnitude) : int(negative ? -magnitude : magnitude);
  } catch (error) {
    if (!(error instanceof Fault)) { throw error; }
    throw new CelError(`number does not fit into 64 bits: got ${text}`, source, at);
  }
}

function doubleValue(digits: string, source: string, at: number): Value {
  const value = Number(digits);
  if (!Number.isFinite(value)) { throw new CelError(`number is too large for a double: got ${digits}`, source, at); }
  return double(value);
}

/** The value of a text or of bytes as they were written, with prefix and quotes. */
export function textValue(token: string, source: string, at: number): Value {
  const [, prefix, quote] = /^([bBrR]*)("""|'''|"|')/.exec(token)!;
  const body = token.slice(prefix.length + quote.length, -quote.length);
  const isBytes = /b/i.test(prefix);
  const start = at + prefix.length + quote.length;
  const parts = /r/i.test(prefix) ? [body] : unescaped(body, isBytes, source, start);
  if (!isBytes) { return parts.map(part => typeof part === 'string' ? part : String.fromCodePoint(part)).join(''); }
  return Uint8Array.from(parts.flatMap(part => typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : [part]));
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|X([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([^]))/g;

/** Pieces of the text, and the numbers that escapes stand for: code points in a text, octets in bytes. */
function unescaped(body: string, isBytes: boolean, source: string, start: number): (string | number)[] {
  const parts: (string | number)[] = [];
  let last = 0;
  for (const match of body.matchAll(ESCAPE)) {
    const [whole, x, bigX, u, bigU, octal, letter] = match;
    parts.push(body.slice(last, match.index));
    last = match.index + whole.length;
    const fail = (reason: string): never => { throw new CelError(`${reason}: got ${whole}`, source, start + match.index); };
    const unicode = u ?? bigU;
    if (unicode !== undefined) {
      if (isBytes) { fail('bytes have no code points: expected \\xHH or an octal number'); }
      const point = parseInt(unicode, 16);
      if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) { fail('escape stands for no character'); }
      parts.push(point);
    } else if (x !== undefined || bigX !== undefined) {
      parts.push(parseInt(x ?? bigX, 16));
    } else if (octal !== undefined) {
      parts.push(parseInt(octal, 8));
    } else {
      if (!Object.hasOwn(SIMPLE, letter)) { fail('escape is unknown: expected one of \\a \\b \\f \\n \\r \\t \\v \\\\ \\? \\" \\\' \\` \\xHH \\uHHHH \\UHHHHHHHH or three octal digits'); }
      parts.push(SIMPLE[letter]);
    }
  }
  return [...parts, body.slice(last)];
}
