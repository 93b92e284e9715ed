import { objectAt } from '../kube/pod';
import type { JsonObject } from '../kube/pod';

/*
 * Manifests of others may have any shape. What has another than Kubernetes takes is as if it were not there: rules about one object
 * say that it is wrong.
 */

/** The objects of a list. */
export function objectsIn(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.map(each => objectAt(each, [])) : [];
}

/** The texts of a list. */
export function textsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter(each => typeof each === 'string') : [];
}

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
