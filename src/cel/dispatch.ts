import type { Resolved } from './checked';
import type { Run } from './frame';
import { mapEntries } from './standard/keys';
import type { Type } from './type';
import {
  fault, isDouble, isInt, isList, isMap, OpaqueValue, Optional, TypeValue, Uint, Value, Duration, Timestamp,
} from './value';

type Test = (value: Value) => boolean;

const TESTS: { readonly [kind in Type['kind']]?: Test } = {
  null: value => value === null,
  bool: value => typeof value === 'boolean',
  int: isInt,
  uint: value => value instanceof Uint,
  double: isDouble,
  string: value => typeof value === 'string',
  bytes: value => value instanceof Uint8Array,
  duration: value => value instanceof Duration,
  timestamp: value => value instanceof Timestamp,
  object: isMap,
  type: value => value instanceof TypeValue,
};

/**
 * Whether a value can be given where a type is asked for; nothing where every value can. Of a list or a map the first element is looked at, as
 * cel-go does.
 */
function testOf(type: Type): Test | undefined {
  switch (type.kind) {
    case 'list': return and(isList, testOf(type.element), list => list[0]);
    case 'map': return and(and(isMap, testOf(type.key), map => mapEntries(map)[0]?.[0]), testOf(type.value), map => mapEntries(map)[0]?.[1]);
    case 'opaque': return type.name === 'optional_type'
      ? value => value instanceof Optional : value => value instanceof OpaqueValue && nameOf(value.type) === type.name;
    default: return TESTS[type.kind];
  }
}

function and(whole: Test, part: Test | undefined, first: (value: any) => Value | undefined): Test {
  if (!part) { return whole; }
  return value => {
    if (!whole(value)) { return false; }
    const found = first(value);
    return found === undefined || part(found);
  };
}

function nameOf(type: Type): string {
  return type.kind === 'opaque' ? type.name : type.kind;
}

/** A call: of its one form, or of the first whose types its arguments have when it runs. */
export function dispatch({ overloads }: Resolved, args: readonly Run[]): Run {
  const [only] = overloads;
  // Static types are no proof of what a value is: a list that holds `dyn` passes for a list of anything.
  if (overloads.length === 1 && (only.asked ?? only.args).every(type => testOf(type) === undefined)) { return direct(only.run, args); }
  const forms = overloads.map(({ args: types, asked = types, run }) => ({ run, tests: asked.map(testOf) }));
  if (args.length === 1) { return one(forms, args[0]); }
  if (args.length === 2) { return two(forms, args[0], args[1]); }
  return frame => {
    const values = args.map(arg => arg(frame));
    for (const { run, tests } of forms) {
      if (tests.every((test, i) => test === undefined || test(values[i]))) { return run(...values); }
    }
    return fault('no such overload');
  };
}

interface Form {
  readonly run: (...values: any[]) => Value;
  readonly tests: readonly (Test | undefined)[];
}

/** Most calls have one argument or two, and need no list of them. */
function one(forms: readonly Form[], arg: Run): Run {
  return frame => {
    const value = arg(frame);
    for (const { run, tests } of forms) {
      const test = tests[0];
      if (test === undefined || test(value)) { return run(value); }
    }
    return fault('no such overload');
  };
}

function two(forms: readonly Form[], first: Run, second: Run): Run {
  return frame => {
    const a = first(frame);
    const b = second(frame);
    for (const { run, tests } of forms) {
      const testA = tests[0];
      const testB = tests[1];
      if ((testA === undefined || testA(a)) && (testB === undefined || testB(b))) { return run(a, b); }
    }
    return fault('no such overload');
  };
}

function direct(run: (...values: any[]) => Value, args: readonly Run[]): Run {
  const [first, second] = args;
  if (args.length === 1) { return frame => run(first(frame)); }
  if (args.length === 2) { return frame => run(first(frame), second(frame)); }
  return frame => run(...args.map(arg => arg(frame)));
}
