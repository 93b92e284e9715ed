import type { MacroName } from './ast';
import { spend } from './frame';
import type { Frame, Run } from './frame';
import { sortByKeys } from './sort-by';
import { mapEntries, mapFrom, mapKeys } from './standard/keys';
import { Fault, fault, isList, isMap, Optional, Value } from './value';

/** A macro ready to run, with the places of its variables among the locals. */
export interface MacroRun {
  readonly range: Run;
  readonly places: readonly number[];
  readonly filter?: Run;
  readonly body: Run;
}

/** Calls for each element, or each entry, with its variables in their places. Ends where the call gives something. */
function each<T>(macro: MacroRun, frame: Frame, visit: (first: Value) => T | undefined): T | undefined {
  const range = macro.range(frame);
  const [first, second] = macro.places;
  const { locals } = frame;
  if (second === undefined) {
    for (const value of elementsOf(range)) {
      spend(frame, 1);
      locals[first] = value;
      const done = visit(value);
      if (done !== undefined) { return done; }
    }
    return undefined;
  }
  for (const [key, value] of pairsOf(range)) {
    spend(frame, 1);
    locals[first] = key;
    locals[second] = value;
    const done = visit(key);
    if (done !== undefined) { return done; }
  }
  return undefined;
}

function elementsOf(range: Value): readonly Value[] {
  return isList(range) ? range : isMap(range) ? mapKeys(range) : fault('no such overload');
}

function pairsOf(range: Value): Iterable<readonly [Value, Value]> {
  return isList(range) ? range.map((value, i) => [i, value] as const) : isMap(range) ? mapEntries(range) : fault('no such overload');
}

function condition(run: Run, frame: Frame): boolean {
  const value = run(frame);
  return typeof value === 'boolean' ? value : fault('no such overload');
}

/** `all` where `decides` is false, `exists` where it is true. One element that decides counts more than an error of another. */
function quantifier(decides: boolean): (macro: MacroRun) => Run {
  return macro => frame => {
    let pending: Fault | undefined;
    const decided = each(macro, frame, () => {
      try {
        return condition(macro.body, frame) === decides ? true : undefined;
      } catch (error) {
        if (!(error instanceof Fault)) { throw error; }
        pending ??= error;
        return undefined;
      }
    });
    if (decided) { return decides; }
    if (pending) { throw pending; }
    return !decides;
  };
}

function one(macro: MacroRun): Run {
  return frame => {
    let count = 0;
    each(macro, frame, () => { if (condition(macro.body, frame)) { count++; } });
    return count === 1;
  };
}

function collect(add: (macro: MacroRun, frame: Frame, element: Value, into: Value[]) => void): (macro: MacroRun) => Run {
  return macro => frame => {
    const list: Value[] = [];
    each(macro, frame, element => {
      if (!macro.filter || condition(macro.filter, frame)) { add(macro, frame, element, list); }
    });
    return list;
  };
}

function entries(of: (macro: MacroRun, frame: Frame, key: Value) => (readonly [Value, Value])[]): (macro: MacroRun) => Run {
  return macro => frame => {
    const all: (readonly [Value, Value])[] = [];
    each(macro, frame, key => {
      if (!macro.filter || condition(macro.filter, frame)) { all.push(...of(macro, frame, key)); }
    });
    return mapFrom(all);
  };
}

function entriesOfBody(macro: MacroRun, frame: Frame): (readonly [Value, Value])[] {
  const map = macro.body(frame);
  return isMap(map) ? mapEntries(map) : fault('no such overload');
}

function optional(finish: (value: Value) => Value): (macro: MacroRun) => Run {
  return ({ range, places, body }) => frame => {
    const value = range(frame);
    if (!(value instanceof Optional)) { return fault('no such overload'); }
    if (!value.hasValue) { return Optional.NONE; }
    frame.locals[places[0]] = value.value;
    return finish(body(frame));
  };
}

function sorted(macro: MacroRun): Run {
  return frame => {
    const keys: Value[] = [];
    const values: Value[] = [];
    each(macro, frame, value => {
      values.push(value);
      keys.push(macro.body(frame));
    });
    return sortByKeys(values, keys);
  };
}

const mapped = collect((macro, frame, _, into) => { into.push(macro.body(frame)); });

/** How each macro runs. */
export const MACRO_RUNS: { readonly [name in MacroName]: (macro: MacroRun) => Run } = {
  all: quantifier(false),
  exists: quantifier(true),
  exists_one: one,
  existsOne: one,
  filter: collect((macro, frame, element, into) => { if (condition(macro.body, frame)) { into.push(element); } }),
  map: mapped,
  transformList: mapped,
  transformMap: entries((macro, frame, key) => [[key, macro.body(frame)]]),
  transformMapEntry: entries(entriesOfBody),
  optMap: optional(value => Optional.of(value)),
  optFlatMap: optional(value => value),
  sortBy: sorted,
};
