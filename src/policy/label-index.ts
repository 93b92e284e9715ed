import { NONE } from './json-reading';
import type { LabelSelector } from './label-selector';

/** Something that is found by its labels, such as the pods of a workload. */
export interface Labelled {
  readonly labels: Readonly<Record<string, string>>;
}

/** Those that carry a label, and those of each of its values. */
interface Carriers<T> {
  readonly all: T[];
  readonly byValue: Map<string, T[]>;
}

/** So many labels are indexed when they are asked for; where more are, all of them at once, since each takes a walk through all entries. */
const FEW = 4;

/**
 * What is in one namespace, found by its labels. A selector is compared only with those that carry the rarest of what it demands, so that a
 * thousand policies over a thousand workloads are not a million comparisons.
 */
export class LabelIndex<T extends Labelled> {
  private readonly carriers = new Map<string, Carriers<T>>();
  private isWhole = false;

  /** @param entries all that there are, in the order in which they were seen */
  constructor(private readonly entries: readonly T[]) {}

  /** All of them, in the order in which they were seen. */
  public get all(): readonly T[] {
    return this.entries;
  }

  /** Those that a selector selects; none for one that is not there. */
  public select(selector: LabelSelector | undefined): readonly T[] {
    if (!selector) { return NONE; }
    const candidates = this.candidates(selector);
    return selector.isOneLabel || selector.isEmpty ? candidates : candidates.filter(({ labels }) => selector.matches(labels));
  }

  /** Whether a selector selects any. */
  public has(selector: LabelSelector | undefined): boolean {
    if (!selector) { return false; }
    const candidates = this.candidates(selector);
    return selector.isOneLabel ? candidates.length > 0 : candidates.some(({ labels }) => selector.matches(labels));
  }

  /** The first that a selector selects and that is also what somebody looks for. */
  public find(selector: LabelSelector | undefined, isWanted: (entry: T) => boolean): T | undefined {
    return selector && this.candidates(selector).find(entry => selector.matches(entry.labels) && isWanted(entry));
  }

  private candidates(selector: LabelSelector): readonly T[] {
    if (selector.isOneLabel) {
      const [{ key, values }] = selector.asks;
      return this.carriersOf(key)?.byValue.get(values![0]) ?? NONE;
    }
    let fewest: readonly (readonly T[])[] | undefined;
    let least = Infinity;
    for (const { key, values } of selector.asks) {
      const lists = this.carrying(key, values);
      const size = lists.reduce((sum, list) => sum + list.length, 0);
      if (size < least) {
        least = size;
        fewest = lists;
      }
    }
    if (!fewest) { return this.entries; }
    return fewest.length === 1 ? fewest[0] : fewest.flat();
  }

  private carrying(key: string, values: readonly string[] | undefined): readonly (readonly T[])[] {
    const found = this.carriersOf(key);
    if (!found) { return NONE; }
    if (!values) { return [found.all]; }
    return values.length === 1 ? [found.byValue.get(values[0]) ?? NONE] : [...new Set(values)].map(value => found.byValue.get(value) ?? NONE);
  }

  private carriersOf(key: string): Carriers<T> | undefined {
    if (!this.isWhole && !this.carriers.has(key)) {
      if (this.carriers.size < FEW) { this.indexOne(key); } else { this.indexAll(); }
    }
    return this.carriers.get(key);
  }

  private indexOne(key: string): void {
    const carriers: Carriers<T> = { all: [], byValue: new Map() };
    for (const entry of this.entries) {
      if (Object.hasOwn(entry.labels, key)) { addTo(carriers, entry.labels[key], entry); }
    }
    this.carriers.set(key, carriers);
  }

  private indexAll(): void {
    this.carriers.clear();
    this.isWhole = true;
    for (const entry of this.entries) {
      for (const key in entry.labels) {
        let carriers = this.carriers.get(key);
        if (!carriers) {
          carriers = { all: [], byValue: new Map() };
          this.carriers.set(key, carriers);
        }
        addTo(carriers, entry.labels[key], entry);
      }
    }
  }
}

function addTo<T>({ all, byValue }: Carriers<T>, value: string, entry: T): void {
  all.push(entry);
  const list = byValue.get(value);
  if (list) { list.push(entry); } else { byValue.set(value, [entry]); }
}
