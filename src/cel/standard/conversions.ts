import { doubleOfText } from './double-text';
import { checkMoment, floor, parseMoment, showMoment } from './moment';
import { showDouble } from './show-double';
import { parseSpan, showSpan } from './span';
import { typeOfValue } from './type-of';
import { fn, Overload } from '../overload';
import { A, BOOL, BYTES, DOUBLE, DURATION, DYN, INT, STRING, TIMESTAMP, typeOf, UINT } from '../type';
import { double, Double, Duration, fault, int, numberOf, Timestamp, TypeValue, Uint, uint, Value } from '../value';

type Int = number | bigint;

const SECOND = 1_000_000_000n;
const same = (value: Value): Value => value;

function intOfText(text: string): Value {
  return /^[-+]?\d+$/.test(text) ? int(BigInt(text)) : fault(`cannot convert to int: ${JSON.stringify(text)}`);
}

function uintOfText(text: string): Value {
  return /^\d+$/.test(text) ? uint(BigInt(text)) : fault(`cannot convert to uint: ${JSON.stringify(text)}`);
}

/** Towards zero; a bound that no double meets exactly is out of range itself. */
function intOfDouble(value: number | Double): Value {
  const number = numberOf(value);
  return number > -(2 ** 63) && number < 2 ** 63 ? int(BigInt(Math.trunc(number))) : fault('integer overflow');
}

function uintOfDouble(value: number | Double): Value {
  const number = numberOf(value);
  return number >= 0 && number < 2 ** 64 ? uint(BigInt(Math.trunc(number))) : fault('unsigned integer overflow');
}

const TRUE: ReadonlySet<string> = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE: ReadonlySet<string> = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

function boolOfText(text: string): Value {
  return TRUE.has(text) || (FALSE.has(text) ? false : fault(`cannot convert to bool: ${JSON.stringify(text)}`));
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOfBytes(bytes: Uint8Array): Value {
  try {
    return UTF8.decode(bytes);
  } catch {
    return fault('invalid UTF-8 in bytes, cannot convert to string');
  }
}

/** From one type to another; from a type to itself nothing changes. */
export const CONVERSIONS: readonly Overload[] = [
  fn('int', [INT], INT, same),
  fn('int', [DOUBLE], INT, intOfDouble),
  fn('int', [DURATION], INT, ({ nanoseconds }: Duration) => int(nanoseconds)),
  fn('int', [STRING], INT, intOfText),
  fn('int', [TIMESTAMP], INT, ({ nanoseconds }: Timestamp) => int(floor(nanoseconds))),
  fn('int', [UINT], INT, ({ value }: Uint) => int(value)),
  fn('uint', [UINT], UINT, same),
  fn('uint', [DOUBLE], UINT, uintOfDouble),
  fn('uint', [INT], UINT, (value: Int) => uint(BigInt(value))),
  fn('uint', [STRING], UINT, uintOfText),
  fn('double', [DOUBLE], DOUBLE, same),
  fn('double', [INT], DOUBLE, (value: Int) => double(Number(value))),
  fn('double', [STRING], DOUBLE, doubleOfText),
  fn('double', [UINT], DOUBLE, ({ value }: Uint) => double(Number(value))),
  fn('string', [STRING], STRING, same),
  fn('string', [BOOL], STRING, String),
  fn('string', [BYTES], STRING, textOfBytes),
  fn('string', [DOUBLE], STRING, (value: number | Double) => showDouble(numberOf(value))),
  fn('string', [DURATION], STRING, showSpan),
  fn('string', [INT], STRING, String),
  fn('string', [TIMESTAMP], STRING, showMoment),
  fn('string', [UINT], STRING, ({ value }: Uint) => String(value)),
  fn('bytes', [BYTES], BYTES, same),
  fn('bytes', [STRING], BYTES, (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'))),
  fn('bool', [BOOL], BOOL, same),
  fn('bool', [STRING], BOOL, boolOfText),
  fn('duration', [DURATION], DURATION, same),
  fn('duration', [STRING], DURATION, parseSpan),
  fn('timestamp', [TIMESTAMP], TIMESTAMP, same),
  fn('timestamp', [INT], TIMESTAMP, (value: Int) => checkMoment(new Timestamp(BigInt(value) * SECOND))),
  fn('timestamp', [STRING], TIMESTAMP, parseMoment),
  fn('dyn', [A], DYN, same),
  fn('type', [A], typeOf(A), (value: Value) => new TypeValue(typeOfValue(value))),
];

