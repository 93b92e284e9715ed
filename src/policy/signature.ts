import { createHash } from 'crypto';
import { ApiObject, Lazy } from 'cdk8s';

/** Parts of an object that a program can change from outside; they are private to cdk8s, and stable in every release it has had. */
interface Inside {
  readonly patches?: unknown[];
  readonly metadata: object;
}

/** A value that differs when an object was added, patched, or its metadata changed. */
export function signatureOf(objects: readonly ApiObject[]): string {
  const hash = createHash('sha1');
  for (const object of objects) {
    const inside = object as unknown as Inside;
    const metadata = Object.entries(inside.metadata).filter(([key]) => key !== 'apiObject');
    hash.update(`${inside.patches?.length} ${JSON.stringify(metadata, produced)}\n`);
  }
  return `${objects.length} ${hash.digest('hex')}`;
}

/** What comes late is asked for now: it can be another value than before, and its producer may hold the whole app. */
function produced(_key: string, value: unknown): unknown {
  return value instanceof Lazy ? value.produce() : value;
}
