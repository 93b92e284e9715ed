import type { JsonObject } from '../kube/pod';

const NOTHING: JsonObject = Object.freeze({});
const NO_LABELS: Readonly<Record<string, string>> = Object.freeze({});

/** A list that holds nothing: most are empty, and there are many. */
export const NONE: readonly never[] = Object.freeze([]);

/** The object that a value is; an empty one, which all share, where it is something else. */
export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : NOTHING;
}

/** What is read from each object of a list. A list that holds nothing is not copied. */
export function each<T>(list: unknown, read: (json: JsonObject, i: number) => T): readonly T[] {
  return Array.isArray(list) && list.length > 0 ? list.map((json, i) => read(objectOf(json), i)) : NONE;
}

/** Labels that are text. Where all of them are, they are the very object, which nobody changes once it is written. */
export function textsOf(labels: unknown): Readonly<Record<string, string>> {
  const found = objectOf(labels);
  for (const key in found) {
    if (typeof found[key] !== 'string') { return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string')); }
  }
  return found === NOTHING ? NO_LABELS : found;
}

/**
 * Small things of which many are equal, such as ports and peers of policies: the last of them are kept, to be found in place of an equal one.
 * They must never change.
 */
export class Shared<T> {
  private readonly known = new Map<unknown, T>();

  /** @param most how many are kept; beyond that it begins anew */
  constructor(private readonly isSame: (a: T, b: T) => boolean, private readonly most = 1024) {}

  /** An equal one that is known by this key, or else this one. */
  public of(key: unknown, made: T): T {
    const found = this.known.get(key);
    if (found !== undefined && this.isSame(found, made)) { return found; }
    if (this.known.size >= this.most) { this.known.clear(); }
    this.known.set(key, made);
    return made;
  }
}

/** Whether two lists hold the very same things. */
export function areSame(a: readonly unknown[] = NONE, b: readonly unknown[] = NONE): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
