import { isObject, JsonObject } from '../kube/pod';

/** A field in which two manifests differ. */
export interface ChangedField {
  /** Such as `spec.ports[0].port`, as far out as all of it is there in one of them only. */
  readonly path: string;
  /** Whether the first manifest does not have it. */
  readonly isAdded: boolean;
}

/** The fields in which two manifests differ. */
export function changedFields(before: unknown, after: unknown, path = ''): ChangedField[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => changedFields(before[i], after[i], `${path}[${i}]`)).flat();
  }
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .flatMap(key => changedFields(valueOf(before, key), valueOf(after, key), path === '' ? key : `${path}.${key}`));
  }
  return Object.is(before, after) ? [] : [{ path, isAdded: before === undefined }];
}

function valueOf(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
