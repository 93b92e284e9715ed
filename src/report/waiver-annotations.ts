import { objectAt } from '../kube/pod';
import type { JsonObject } from '../kube/pod';
import { waivableBy } from '../policy/waivable-rules';
import { REASON, RECORDS, waiverAnnotationKey } from '../policy/waiver-annotation';
import { dayOf, Expiry, expiryOf } from '../policy/waiver-date';

/** What an object says of itself that it needs leave for. Anyone may write it there, so it is shown to whoever can grant it. */
export class WaiverAnnotations {
  /**
   * Nothing where the object asks for none.
   *
   * @param today as days since 1970
   */
  public static of(json: JsonObject, today: number): WaiverAnnotations | undefined {
    // Only these are kept: objects of a cluster carry a copy of themselves in an annotation.
    const asked = Object.entries(objectAt(json, ['metadata', 'annotations'])).filter(([key]) => key.startsWith(REASON) || key.startsWith(RECORDS.expires));
    return asked.length > 0 ? new WaiverAnnotations(Object.fromEntries(asked), today) : undefined;
  }

  private constructor(private readonly annotations: JsonObject, private readonly today: number) {}

  /** The reason that is given for a departure of the object as a whole, or of one container; nothing where its last day is past. */
  public reasonFor(rule: string, container?: string): string | undefined {
    const keys = waivableBy(rule).flatMap(each => [...(container ? [waiverAnnotationKey(each, container)] : []), waiverAnnotationKey(each)]);
    return keys.map(key => this.reasonAt(key)).find(reason => reason !== undefined);
  }

  private reasonAt(key: string): string | undefined {
    const reason = Object.hasOwn(this.annotations, key) ? this.annotations[key] : undefined;
    if (typeof reason !== 'string' || reason.trim() === '') { return undefined; }
    const expires = this.annotations[RECORDS.expires + key.slice(REASON.length)];
    return expires === undefined || this.isCurrent(expires) ? reason : undefined;
  }

  /** A day that cannot be read is past: it was meant to end some time. */
  private isCurrent(expires: unknown): boolean {
    try {
      return expiryOf(dayOf('expires', expires as string), this.today) !== Expiry.OVER;
    } catch {
      return false;
    }
  }
}
