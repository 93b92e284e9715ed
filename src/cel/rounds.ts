import type { Macro } from './ast';
import type { Place } from './place';
import type { View } from './sight';
import { mapEntries } from './standard/keys';
import { isList, isMap } from './value';

/** One round of a loop: what its body sees, and where its element stands. */
export interface Round {
  readonly view: View;
  readonly place: Place;
}

/** The rounds of a loop over a range that stands at a place; none where the range cannot be gone over. */
export function roundsOf(macro: Macro, range: Place, view: View): readonly Round[] {
  const value = view.read(macro.range);
  if (value === undefined || !(isList(value) || isMap(value))) { return []; }
  const entries = isList(value) ? value.map((element, i) => [i, element] as const) : mapEntries(value);
  return entries.map(([key, element]) => {
    const place = range.part(key);
    return { place, view: view.round(macro, key, element, isMap(value), place) };
  });
}
