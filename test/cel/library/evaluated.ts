import { CelError } from '../../../src/cel/cel-error';
import { CelEnvironment } from '../../../src/cel/environment';
import { DYN } from '../../../src/cel/type';
import { Fault, isDouble, numberOf, OpaqueValue, Optional, Value } from '../../../src/cel/value';

/** The newest environment. */
export const NEWEST = 37;

/**
 * What an expression gives, as tests write it down: doubles are numbers, values of a library's own are their texts, and optionals lists under a
 * name. A fault is its message after an exclamation mark, and what is not even compiled `refused`.
 */
export function evaluated(source: string, values: { readonly [name: string]: Value } = {}, minor = NEWEST): unknown {
  const variables = Object.fromEntries(Object.keys(values).map(name => [name, DYN]));
  try {
    return shown(CelEnvironment.of(minor).compile(source, variables).evaluate(values));
  } catch (error) {
    if (error instanceof Fault) { return `!${error.message}`; }
    if (error instanceof CelError) { return 'refused'; }
    throw error;
  }
}

function shown(value: Value): unknown {
  if (value instanceof Optional) { return { optional: value.hasValue ? [shown(value.value)] : [] }; }
  if (value instanceof OpaqueValue) { return value.toString(); }
  if (Array.isArray(value)) { return value.map(shown); }
  return isDouble(value) ? numberOf(value) : value;
}

/** The message of the fault that a function ends with. */
export function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) { return error.message; }
    throw error;
  }
  throw new Error('nothing was thrown');
}
