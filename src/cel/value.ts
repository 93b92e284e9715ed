import type { Type } from './type';

/*
 * Values while an expression runs. JSON stands as it is, without conversion, since a rule reads a few fields of a large object:
 * null, booleans, strings, arrays and plain objects are what they look like.
 *
 * Numbers need a rule, because JSON has one kind of them and the dialect three. A JavaScript number that is whole, up to 2^53, is an int,
 * any other is a double, as the API server decodes JSON. A double that happens to be whole is a `Double`, an int beyond 2^53 is a bigint, and an
 * unsigned int is a `Uint`. Make them with `int`, `double` and `uint`, which keep to one form for one value.
 */
export type Value = null | boolean | string | number | bigint | Double | Uint | Uint8Array | Duration | Timestamp
  | readonly Value[] | ValueMap | { readonly [key: string]: Value } | TypeValue | Optional | OpaqueValue;

/** A double whose value is whole, infinite or no number, so that it is not taken for an int. */
export class Double {
  constructor(public readonly value: number) {}
}

export class Uint {
  constructor(public readonly value: bigint) {}
}

/** A span of time, in nanoseconds. */
export class Duration {
  constructor(public readonly nanoseconds: bigint) {}
}

/**
 * A moment, in nanoseconds since 1970 in UTC. The offset, in seconds, is that of the clock it was written down from: only a text of the
 * moment shows it.
 */
export class Timestamp {
  constructor(public readonly nanoseconds: bigint, public readonly offset = 0) {}
}

/** A map with keys that are not all strings. Its keys are `keyOf(key)`, and lead to the key itself and its value. */
export class ValueMap {
  constructor(public readonly entries: ReadonlyMap<string, readonly [key: Value, value: Value]>) {}
}

/** What `type(x)` gives. */
export class TypeValue {
  constructor(public readonly type: Type) {}
}

/** `optional.of(x)`, or `optional.none()`. */
export class Optional {
  public static readonly NONE = new Optional(false, null);

  public static of(value: Value): Optional {
    return new Optional(true, value);
  }

  private constructor(public readonly hasValue: boolean, public readonly value: Value) {}
}

/** A value of a library's own type: a quantity, an address. */
export abstract class OpaqueValue {
  public abstract readonly type: Type;
  public abstract equals(other: OpaqueValue): boolean;
  /** As Go prints it: the differential tests compare values by it. */
  public abstract toString(): string;
}

/** An error while an expression runs. No `Error`: most are caught by `&&` and `||`, and a stack for each would cost more than the rule. */
export class Fault {
  constructor(public readonly message: string) {}
}

export function fault(message: string): never {
  throw new Fault(message);
}

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** An int of 64 bits in its one form. */
export function int(value: bigint): number | bigint {
  if (value < LEAST || value > MOST) { fault('integer overflow'); }
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

export function uint(value: bigint): Uint {
  return value < 0n || value >= 2n ** 64n ? fault('unsigned integer overflow') : new Uint(value);
}

/** A double in its one form. */
export function double(value: number): number | Double {
  return Number.isFinite(value) && !Number.isSafeInteger(value) ? value : new Double(value);
}

export function isInt(value: Value): value is number | bigint {
  return typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'bigint';
}

export function isDouble(value: Value): value is number | Double {
  return typeof value === 'number' ? !Number.isSafeInteger(value) : value instanceof Double;
}

/** The value of a double. */
export function numberOf(value: number | Double): number {
  return typeof value === 'number' ? value : value.value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A JSON object: not one of the classes above. */
export function isObject(value: Value): value is { readonly [key: string]: Value } {
  if (typeof value !== 'object' || value === null) { return false; }
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

export function isMap(value: Value): value is ValueMap | { readonly [key: string]: Value } {
  return value instanceof ValueMap || isObject(value);
}
