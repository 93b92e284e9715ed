import { checkMoment } from './moment';
import { checkSpan } from './span';
import { fn, Overload } from '../overload';
import { A, BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, STRING, TIMESTAMP, Type, UINT } from '../type';
import { double, Double, Duration, fault, int, isInt, numberOf, Timestamp, Uint, uint, Value } from '../value';

type Int = number | bigint;
type Operation<T> = (a: T, b: T) => T;

function divisor(b: bigint, what: string): bigint {
  return b === 0n ? fault(`${what} by zero`) : b;
}

/** Division is towards zero, and what remains has the sign of the first. */
const WHOLE: { readonly [sign: string]: Operation<bigint> } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / divisor(b, 'division'),
  '%': (a, b) => a % divisor(b, 'modulus'),
};

/** Numbers below 2^53 of which the result is one too are exact as they are: that is the way of nearly every expression. */
function ofInts(quick: Operation<number>, exact: Operation<bigint>): Operation<Int> {
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') {
      const result = quick(a, b);
      // The sum turns a zero below zero, which no int has, into zero.
      if (Number.isSafeInteger(result)) { return result + 0; }
    }
    return int(exact(BigInt(a), BigInt(b)));
  };
}

function remainder(a: bigint, b: bigint): bigint {
  // The least int has no remainder by -1, since the division that it belongs to has no result.
  if (b !== 0n) { int(a / b); }
  return WHOLE['%'](a, b);
}

const subtract = ofInts((a, b) => a - b, WHOLE['-']);

const INTS: { readonly [sign: string]: Operation<Int> } = {
  '+': ofInts((a, b) => a + b, WHOLE['+']),
  '-': subtract,
  '*': ofInts((a, b) => a * b, WHOLE['*']),
  '/': ofInts((a, b) => Math.trunc(a / b), WHOLE['/']),
  '%': ofInts((a, b) => a % b, remainder),
};

const DOUBLES: { readonly [sign: string]: Operation<number> } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

function overloads<T>(
  type: Type, operations: { readonly [sign: string]: Operation<T> }, lift: (operation: Operation<T>) => (a: any, b: any) => Value,
): Overload[] {
  return Object.entries(operations).map(([sign, operation]) => fn(sign, [type, type], type, lift(operation)));
}

const ON_INTS = overloads<Int>(INT, INTS, operation => operation);
const ON_UINTS = overloads(UINT, WHOLE, operation => (a: Uint, b: Uint) => uint(operation(a.value, b.value)));
const ON_DOUBLES = overloads(DOUBLE, DOUBLES, operation => (a: number | Double, b: number | Double) => double(operation(numberOf(a), numberOf(b))));

/** A duration can be turned round as well, where nothing is known of the operand: no form says so. */
function negated(a: Value): Value {
  if (a instanceof Duration) { return checkSpan(-a.nanoseconds); }
  return isInt(a) ? subtract(0, a) : fault('no such overload');
}

const NEGATIONS: readonly Overload[] = [
  fn('-', [DOUBLE], DOUBLE, (a: number | Double) => double(-numberOf(a))),
  { ...fn('-', [INT], INT, negated), asked: [DYN] },
];

function after(start: Timestamp, nanoseconds: bigint): Timestamp {
  return checkMoment(new Timestamp(start.nanoseconds + nanoseconds, start.offset));
}

function before(end: Timestamp, { nanoseconds }: Duration): Timestamp {
  return after(end, checkSpan(-nanoseconds).nanoseconds);
}

const DURATIONS: readonly Overload[] = [
  fn('+', [DURATION, DURATION], DURATION, (a: Duration, b: Duration) => checkSpan(a.nanoseconds + b.nanoseconds)),
  fn('+', [DURATION, TIMESTAMP], TIMESTAMP, (a: Duration, b: Timestamp) => after(b, a.nanoseconds)),
  fn('+', [TIMESTAMP, DURATION], TIMESTAMP, (a: Timestamp, b: Duration) => after(a, b.nanoseconds)),
  fn('-', [DURATION, DURATION], DURATION, (a: Duration, b: Duration) => checkSpan(a.nanoseconds - b.nanoseconds)),
];

const MOMENTS: readonly Overload[] = [
  fn('-', [TIMESTAMP, DURATION], TIMESTAMP, before),
  fn('-', [TIMESTAMP, TIMESTAMP], DURATION, (a: Timestamp, b: Timestamp) => checkSpan(a.nanoseconds - b.nanoseconds)),
];

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

/**
 * What can be counted, joined and turned round. The order is that of cel-go: where nothing is known of the operands, the first form tells the
 * type.
 */
export const ARITHMETIC: readonly Overload[] = [
  fn('+', [BYTES, BYTES], BYTES, joined),
  ...ON_DOUBLES,
  ...NEGATIONS,
  ...DURATIONS,
  ...ON_INTS,
  ...MOMENTS,
  fn('+', [listOf(A), listOf(A)], listOf(A), (a: readonly Value[], b: readonly Value[]) => a.concat(b)),
  fn('+', [STRING, STRING], STRING, (a: string, b: string) => a + b),
  ...ON_UINTS,
  fn('!', [BOOL], BOOL, (a: boolean) => !a),
];
