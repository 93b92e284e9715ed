import type { Macro, MacroName } from './ast';
import { isConstant } from './constants';
import { LIST_COST, selfComparison } from './cost';
import type { Run } from './frame';
import { MACRO_RUNS } from './macro-runs';
import type { MacroRun } from './macro-runs';
import { mapSize } from './standard/keys';
import { isList, isMap, Optional } from './value';
import type { Value } from './value';

/*
 * cel-go makes a loop with an accumulator of each macro, and counts each part of it: the condition to go on, the accumulator each time
 * that it is read, what is made to add to it, and the call that adds it.
 */

/** To ask whether to go on, and to read the accumulator, before each body. */
const BEFORE: { readonly [name in MacroName]?: number } = { all: 3, exists: 4 };
/** To ask once more, and to be told no, where elements are left. */
const STOP: { readonly [name in MacroName]?: number } = { all: 2, exists: 3 };
/** To read the accumulator at the end; `exists_one` also compares it. */
const AFTER: { readonly [name in MacroName]?: number } = { exists_one: 2, existsOne: 2 };

/** A macro that counts. `keysAreTyped` where the keys of a `sortBy` have a type that is known. */
export function meteredMacro(macro: Macro, parts: MacroRun, keysAreTyped: boolean): Run {
  if (macro.name === 'optMap' || macro.name === 'optFlatMap') { return meteredOptional(macro.name, parts); }
  // Of the elements those are counted that were gone over, to see whether a loop has ended before.
  let left = 0;
  const keys: Value[] = [];
  const range: Run = frame => {
    const value = parts.range(frame);
    left = isList(value) ? value.length : isMap(value) ? mapSize(value) : 0;
    keys.length = 0;
    return value;
  };
  const body: Run = frame => {
    const remaining = --left;
    frame.cost += BEFORE[macro.name] ?? 0;
    const value = parts.body(frame);
    frame.cost += added(macro, value);
    if (remaining > 0 && value === (macro.name === 'exists')) { frame.cost += STOP[macro.name] ?? 0; }
    if (macro.name === 'sortBy') { keys.push(value); }
    left = remaining;
    return value;
  };
  const run = MACRO_RUNS[macro.name]({ ...parts, range, body });
  return frame => {
    const value = run(frame);
    frame.cost += AFTER[macro.name] ?? 1;
    // What is sorted is kept under a name, which is read twice.
    if (macro.name === 'sortBy') { frame.cost += 2 + (keysAreTyped ? selfComparison(keys) : 1); }
    return value;
  };
}

/** To add the value of one body to what was there before. */
function added({ name, body }: Macro, value: Value): number {
  const list = isConstant(body) ? 0 : LIST_COST;
  switch (name) {
    case 'exists_one': case 'existsOne': return value === true ? 2 : 0;
    case 'filter': return value === true ? 3 + LIST_COST : 0;
    case 'map': case 'transformList': case 'sortBy': return 2 + list;
    case 'transformMap': return 3;
    case 'transformMapEntry': return 2;
    default: return 0;
  }
}

/** `range.hasValue() ? optional.of(body) : optional.none()`: the range is read once more for its value. */
function meteredOptional(name: 'optMap' | 'optFlatMap', parts: MacroRun): Run {
  const range: Run = frame => {
    const before = frame.cost;
    const value = parts.range(frame);
    const cost = frame.cost - before;
    frame.cost += !(value instanceof Optional && value.hasValue) ? 2 : cost + (name === 'optMap' ? 3 : 2);
    return value;
  };
  return MACRO_RUNS[name]({ ...parts, range });
}
