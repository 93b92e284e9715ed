import {
  BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, NULL, optionalOf, showType, STRING, TIMESTAMP, Type, typeOf, UINT,
} from '../type';
import { Duration, isDouble, isInt, isList, OpaqueValue, Optional, Timestamp, TypeValue, Uint, Value } from '../value';

const LIST = listOf(DYN);
const MAP = mapOf(DYN, DYN);
const TYPE = typeOf(DYN);
const OPTIONAL = optionalOf(DYN);

/** The type of a value while an expression runs. What a list or a map holds is not looked at. */
export function typeOfValue(value: Value): Type {
  if (typeof value === 'string') { return STRING; }
  if (typeof value === 'boolean') { return BOOL; }
  if (value === null) { return NULL; }
  if (isInt(value)) { return INT; }
  if (isDouble(value)) { return DOUBLE; }
  if (isList(value)) { return LIST; }
  if (value instanceof Uint) { return UINT; }
  if (value instanceof Uint8Array) { return BYTES; }
  if (value instanceof Duration) { return DURATION; }
  if (value instanceof Timestamp) { return TIMESTAMP; }
  if (value instanceof TypeValue) { return TYPE; }
  if (value instanceof Optional) { return OPTIONAL; }
  return value instanceof OpaqueValue ? value.type : MAP;
}

/** The name of a type while an expression runs, when nothing is known of what a list, a map or an optional holds: `list`, `optional_type`. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'list': case 'map': case 'type': return type.kind;
    case 'opaque': return type.name;
    default: return showType(type);
  }
}
