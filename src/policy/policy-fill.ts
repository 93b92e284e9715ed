import { isObject, JsonObject } from '../kube/pod';
import { Quantity } from '../kube/quantity';

/** Changes one object; what is none is left as it is. */
export type Fill = (object: JsonObject) => JsonObject;

/** Writes what is missing. A default can depend on what is there. */
export function filled(object: JsonObject, defaults: JsonObject): JsonObject {
  return { ...defaults, ...object };
}

/** Changes some fields of an object: those that hold an object. */
export function within(object: JsonObject, fields: { readonly [field: string]: Fill }): JsonObject {
  const changed = Object.entries(fields).filter(([field]) => isObject(object[field])).map(([field, fill]) => [field, fill(object[field])]);
  return changed.length > 0 ? { ...object, ...Object.fromEntries(changed) } : object;
}

/** Changes the objects in some lists of an object. */
export function eachIn(object: JsonObject, lists: { readonly [field: string]: Fill }): JsonObject {
  const changed = Object.entries(lists).filter(([field]) => Array.isArray(object[field]))
    .map(([field, fill]) => [field, object[field].map((each: unknown) => isObject(each) ? fill(each) : each)]);
  return changed.length > 0 ? { ...object, ...Object.fromEntries(changed) } : object;
}

/** Amounts in the one form in which the API server writes each. What is none, it does not take. */
export function amounts(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, amount(value)]));
}

export function amount(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') { return value; }
  try {
    return Quantity.parse('amount', String(value)).toString();
  } catch {
    return value;
  }
}

/** Without those of some fields that hold an empty list, an empty map, an empty text or `false`, which the API server does not write. */
export function withoutEmpty(object: JsonObject, fields: readonly string[]): JsonObject {
  const empty = fields.filter(field => isEmpty(object[field]));
  return empty.length === 0 ? object : Object.fromEntries(Object.entries(object).filter(([field]) => !empty.includes(field)));
}

function isEmpty(value: unknown): boolean {
  return value === false || value === '' || (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0);
}
