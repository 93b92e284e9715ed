import { refuse } from './problem';

/*
 * The compiler checks what a program in TypeScript says, and jsii what one in Python or Java says. Nobody checks JavaScript, or what came
 * out of a JSON file: there a text stands for a list, and `'false'` is true.
 */

/** A list, empty where it was left out. */
export function checkList<T>(what: string, value: readonly T[] | undefined): T[] {
  if (value === undefined || value === null) { return []; }
  return Array.isArray(value) ? [...value] : refuse({ what, got: value, expected: 'a list', todo: 'write [ … ], also around a single value' });
}

/** Named values: a struct, or a map. */
export function checkStruct<T extends object>(what: string, value: T): T {
  const isOne = Object.prototype.toString.call(value) === '[object Object]';
  return isOne ? value : refuse({ what, got: value, expected: 'named values', todo: 'write { name: value }' });
}

/** A text that a manifest can carry to the program: without the character that ends a text for Linux. */
export function checkText(what: string, value: string): string {
  const fits = typeof value === 'string' && !value.includes('\0');
  // The text may be a credential, so it is not shown.
  return fits ? value : refuse({ what, expected: 'a text without NUL', todo: 'write numbers and booleans in quotes' });
}

/** Yes or no, no where it was left out. */
export function checkFlag(what: string, value: boolean | undefined): boolean {
  if (value === undefined || value === null) { return false; }
  return typeof value === 'boolean' ? value : refuse({ what, got: value, expected: 'true or false', todo: 'write it without quotes' });
}

/** One of the values of an enum. */
export function checkMember<T extends string>(what: string, value: T, all: Readonly<Record<string, T>>): T {
  const members = Object.values(all);
  return members.includes(value) ? value : refuse({ what, got: value, expected: `one of ${members.join(', ')}`, todo: 'correct it' });
}
