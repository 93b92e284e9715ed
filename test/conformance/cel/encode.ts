import { mapEntries } from '../../../src/cel/standard/keys';
import { showType } from '../../../src/cel/type';
import {
  Duration, isDouble, isInt, isList, isMap, numberOf, OpaqueValue, Optional, Timestamp, TypeValue, Uint, Value,
} from '../../../src/cel/value';

/** A value with its type, in the form that the oracle has for it. */
export function encode(value: Value): unknown {
  if (value === null) { return 'null'; }
  if (typeof value === 'boolean') { return `b${value}`; }
  if (typeof value === 'string') { return `s${value}`; }
  if (isInt(value)) { return `i${value}`; }
  if (isDouble(value)) { return `d${double(numberOf(value))}`; }
  if (isList(value)) { return ['l', ...value.map(encode)]; }
  if (value instanceof Uint) { return `u${value.value}`; }
  if (value instanceof Uint8Array) { return `x${Buffer.from(value).toString('hex')}`; }
  if (value instanceof Duration) { return `D${value.nanoseconds}`; }
  if (value instanceof Timestamp) { return moment(value.nanoseconds); }
  if (value instanceof TypeValue) { return `t${showType(value.type).replace(/\(.*/, '')}`; }
  if (value instanceof Optional) { return value.hasValue ? ['o', encode(value.value)] : ['o']; }
  if (value instanceof OpaqueValue) { return `q${showType(value.type)} ${value.toString()}`; }
  if (!isMap(value)) { throw new TypeError('a value of no known kind'); }
  const entries = mapEntries(value).map(([key, each]) => [encode(key), encode(each)]);
  return ['m', ...entries.map(entry => [JSON.stringify(entry), entry] as const).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))).map(([, entry]) => entry)];
}

function double(value: number): string {
  if (!Number.isFinite(value)) { return `${value}`; }
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return Object.is(value, -0) ? '-0' : view.getBigUint64(0).toString(16);
}

function moment(nanoseconds: bigint): string {
  const second = 1_000_000_000n;
  const rest = (nanoseconds % second + second) % second;
  return `T${(nanoseconds - rest) / second}.${`${rest}`.padStart(9, '0')}`;
}
