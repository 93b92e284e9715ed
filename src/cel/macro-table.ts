import type { MacroName } from './ast';

const of = (names: readonly MacroName[], variables: 1 | 2, since: number) => names.map(name => [`${name}/${variables}`, since] as const);

/** The first environment with each macro, by its name and how many variables it binds. */
export const MACROS: ReadonlyMap<string, number> = new Map([
  ...of(['all', 'exists', 'exists_one', 'map', 'filter'], 1, 0),
  ...of(['optMap', 'optFlatMap'], 1, 28),
  ...of(['all', 'exists', 'exists_one', 'existsOne', 'transformList', 'transformMap', 'transformMapEntry'], 2, 32),
  ...of(['sortBy'], 1, 34),
]);
