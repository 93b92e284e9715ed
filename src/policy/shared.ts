import { NONE } from './json-reading';

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
