import type { ApiObject } from 'cdk8s';

/** Parts of an object that a program can change from outside; they are private to cdk8s, and stable in every release it has had. */
interface Inside {
  readonly patches?: unknown[];
  readonly metadata: object;
}

/**
 * A value that differs when an object was added, patched, or its metadata changed.
 *
 * It is compared and never stored, so speed matters and secrecy does not.
 */
export function signatureOf(objects: readonly ApiObject[]): string {
  let low = 0x811c9dc5;
  let high = objects.length;
  let patches = 0;
  const take = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
      high = Math.imul(high ^ low, 0x85ebca6b);
    }
  };
  for (const object of objects) {
    const inside = object as unknown as Inside;
    patches += inside.patches?.length ?? 0;
    for (const [key, value] of Object.entries(inside.metadata)) {
      if (key !== 'apiObject' && value !== undefined) { take(key + (typeof value === 'string' ? value : JSON.stringify(value))); }
    }
  }
  return `${objects.length} ${patches} ${low >>> 0} ${high >>> 0}`;
}
