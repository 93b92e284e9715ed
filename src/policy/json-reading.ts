import type { JsonObject } from '../kube/pod';

/*
 * Manifests of others may have any shape. What has another than Kubernetes takes is as if it were not there: rules about one object
 * say that it is wrong.
 */

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

/** The objects of a list. */
export function objectsIn(list: unknown): readonly JsonObject[] {
  return each(list, json => json);
}

/** The texts of a list. */
export function textsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter(text => typeof text === 'string') : [];
}

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
