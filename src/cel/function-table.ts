import type { Library, Overload } from './overload';

/** The functions of one environment by name, and those that only later ones have. */
export class FunctionTable {
  private readonly present = new Map<string, Overload[]>();
  private readonly coming = new Map<string, { readonly since: number; readonly overload: Overload }[]>();

  public constructor(libraries: readonly Library[], minor: number) {
    for (const { since, overloads } of libraries) {
      for (const overload of overloads) {
        if (since <= minor) {
          entryOf(this.present, overload.name).push(overload);
        } else {
          entryOf(this.coming, overload.name).push({ since, overload });
        }
      }
    }
    for (const sign of ['<', '<=', '>', '>=']) { this.present.get(sign)?.sort((a, b) => rankOf(a) - rankOf(b)); }
  }

  /** Every form of a function or of a method, in the order in which the libraries tell them. */
  public named(name: string): readonly Overload[] | undefined {
    return this.present.get(name);
  }

  /** Forms that a later environment adds, the earliest first. */
  public later(name: string): readonly { readonly since: number; readonly overload: Overload }[] {
    return [...this.coming.get(name) ?? []].sort((a, b) => a.since - b.since);
  }

  /** What can be written: no operators, and nothing that only macros call. */
  public names(): string[] {
    return [...this.present.keys()].filter(name => /^[A-Za-z]/.test(name) && name !== 'in' && !name.includes('@'));
  }
}

/** The order in which cel-go looks at what can be put in order, whenever it came: the first form that fits tells an unknown operand its type. */
const ORDER = ['bool', 'int', 'uint', 'double', 'string', 'bytes', 'timestamp', 'duration'];

function rankOf({ args: [first] }: Overload): number {
  return ORDER.indexOf(first.kind);
}

function entryOf<T>(map: Map<string, T[]>, key: string): T[] {
  const entry = map.get(key) ?? [];
  map.set(key, entry);
  return entry;
}
