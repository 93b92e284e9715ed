import { ApiObject, Lazy } from 'cdk8s';

/** Parts of an object that a program can change from outside; they are private to cdk8s, and stable in every release it has had. */
interface Inside {
  readonly patches?: unknown[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

const END = Symbol('end');

/** What the objects of an app looked like from outside, as one list of parts that is compared and replaced in the same walk. */
export class Signature {
  private readonly parts: unknown[] = [];
  private at = 0;
  private changed = false;

  /** Whether an object was added, patched, or its metadata changed since the last call; at the first call, whether there are any. */
  public differs(objects: readonly ApiObject[]): boolean {
    this.at = 0;
    for (const object of objects) {
      const { patches, metadata } = object as unknown as Inside;
      this.take(object);
      this.take(patches?.length);
      for (const key in metadata) {
        if (key !== 'apiObject') { this.takeValue(metadata[key]); }
      }
    }
    const differs = this.changed || this.at !== this.parts.length;
    this.parts.length = this.at;
    this.changed = false;
    return differs;
  }

  /** A value that comes late is asked for now: it can be another one than before. */
  private takeValue(value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      this.take(value);
    } else if (Array.isArray(value)) {
      for (const item of value) { this.takeValue(item); }
      this.take(END);
    } else if (value.constructor === Object) {
      for (const key in value) {
        this.take(key);
        this.takeValue((value as Record<string, unknown>)[key]);
      }
      this.take(END);
    } else if (value instanceof Lazy) {
      this.takeValue(value.produce());
    } else {
      this.take(value);
    }
  }

  private take(part: unknown): void {
    if (this.parts[this.at] !== part) {
      this.parts[this.at] = part;
      this.changed = true;
    }
    this.at++;
  }
}
