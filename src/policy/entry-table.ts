/** What is kept of any object. */
export interface Entry {
  /** Its number in the order in which the objects were seen. */
  readonly index: number;
  readonly kind: string;
  /** Empty where the object names none: it then lands where somebody applies it, beside the others that name none. */
  readonly namespace: string;
  readonly name: string;
}

/** Those of one namespace. */
interface Group<T> {
  readonly list: T[];
  byName?: Map<string, T>;
}

const NONE: readonly never[] = [];

/** A list that is as short is gone through faster than a map of it is made. */
const SHORT = 8;

/** Objects of one kind, by namespace and name. Of most kinds nobody asks for one by its name, so that it is indexed when somebody does. */
export class EntryTable<T extends Entry> {
  private readonly entries: T[] = [];
  private groups?: Map<string, Group<T>>;

  public add(entry: T): void {
    this.entries.push(entry);
    this.groups = undefined;
  }

  /** All of them, in the order in which they were seen. */
  public get all(): readonly T[] {
    return this.entries;
  }

  public in(namespace: string): readonly T[] {
    return this.groupOf(namespace)?.list ?? NONE;
  }

  /** Of two of one name the first is found by it. */
  public get(namespace: string, name: string): T | undefined {
    const group = this.groupOf(namespace);
    if (!group || group.list.length <= SHORT) { return group?.list.find(entry => entry.name === name); }
    group.byName ??= firstByName(group.list);
    return group.byName.get(name);
  }

  public has(namespace: string, name: string): boolean {
    return this.get(namespace, name) !== undefined;
  }

  private groupOf(namespace: string): Group<T> | undefined {
    if (this.entries.length === 0) { return undefined; }
    this.groups ??= grouped(this.entries);
    return this.groups.get(namespace);
  }
}

function firstByName<T extends Entry>(entries: readonly T[]): Map<string, T> {
  const byName = new Map<string, T>();
  for (const entry of entries) {
    if (!byName.has(entry.name)) { byName.set(entry.name, entry); }
  }
  return byName;
}

function grouped<T extends Entry>(entries: readonly T[]): Map<string, Group<T>> {
  const groups = new Map<string, Group<T>>();
  let last: { readonly namespace: string; readonly list: T[] } | undefined;
  for (const entry of entries) {
    const { namespace } = entry;
    // Objects of one namespace mostly follow one another.
    if (last?.namespace !== namespace) {
      let group = groups.get(namespace);
      if (!group) {
        group = { list: [] };
        groups.set(namespace, group);
      }
      last = { namespace, list: group.list };
    }
    last.list.push(entry);
  }
  return groups;
}
