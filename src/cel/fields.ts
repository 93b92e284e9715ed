import { mapGet, mapHas, shownKey } from './standard/keys';
import { fault, isDouble, isInt, isList, isMap, numberOf, Optional, Uint, Value, ValueMap } from './value';

/** Fields that JavaScript gives every object, which no manifest means. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export type Read = (value: Value) => Value | undefined;

/** How a field of a map is read: directly, where JavaScript has nothing of its own under that name. */
export function fieldReader(field: string): Read {
  if (INHERITED.has(field)) { return value => mapGet(value, field); }
  return value => value instanceof ValueMap ? mapGet(value, field) : (value as { readonly [key: string]: Value })[field];
}

/** `value.field`. */
export function select(value: Value, field: string, read: Read): Value {
  if (isMap(value)) {
    const found = read(value);
    return found === undefined ? fault(`no such key: ${field}`) : found;
  }
  if (value instanceof Optional) { return selectOptional(value, field, read); }
  return fault('no such overload');
}

/** `value.?field`: a value without fields has none, but a list would have to be asked by a number. */
export function selectOptional(value: Value, field: string, read: Read): Value {
  if (value instanceof Optional) { return value.hasValue ? selectOptional(value.value, field, read) : Optional.NONE; }
  if (isList(value)) { return fault('unsupported index type \'string\' in list'); }
  const found = isMap(value) ? read(value) : undefined;
  return found === undefined ? Optional.NONE : Optional.of(found);
}

/** `has(value.field)`. */
export function hasField(value: Value, field: string, read: Read): boolean {
  if (value instanceof Optional) { return value.hasValue && hasField(value.value, field, read); }
  if (isList(value)) { return fault('unsupported index type \'string\' in list'); }
  return isMap(value) && read(value) !== undefined;
}

/** `value[index]`. */
export function indexed(value: Value, index: Value): Value {
  if (value instanceof Optional) { return indexedOptional(value, index); }
  if (isList(value)) {
    const position = positionOf(index);
    return position >= 0 && position < value.length ? value[position] : fault(`index out of bounds: ${position}`);
  }
  if (!isMap(value)) { return fault('no such overload'); }
  return mapHas(value, index) ? mapGet(value, index)! : fault(`no such key: ${isKey(index) ? shownKey(index) : 'of another type'}`);
}

/** `value[?index]`. */
export function indexedOptional(value: Value, index: Value): Value {
  if (value instanceof Optional) { return value.hasValue ? indexedOptional(value.value, index) : Optional.NONE; }
  if (isList(value)) {
    const position = positionOf(index);
    return position >= 0 && position < value.length ? Optional.of(value[position]) : Optional.NONE;
  }
  const found = isMap(value) ? mapGet(value, index) : undefined;
  return found === undefined ? Optional.NONE : Optional.of(found);
}

function isKey(value: Value): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || isInt(value) || value instanceof Uint;
}

/** A number of any type that is whole. */
function positionOf(index: Value): number {
  if (isInt(index)) { return Number(index); }
  if (index instanceof Uint) { return Number(index.value); }
  if (isDouble(index) && Number.isInteger(numberOf(index))) { return numberOf(index); }
  return fault('unsupported index type in list');
}
