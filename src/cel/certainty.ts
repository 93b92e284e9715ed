import type { Type } from './type';
import { isSameAlone, parametersOf } from './type-relations';

/** A duration, an address or anything else that a null can stand for may be null while it runs, though its static type says otherwise. */
const NEVER_NULL: ReadonlySet<Type['kind']> = new Set(['bool', 'int', 'uint', 'double', 'string', 'bytes']);

/** Whether a value of the one static type is sure to be of the other while it runs. */
export function isCertain(type: Type, wanted: Type): boolean {
  if (wanted.kind === 'dyn' || wanted.kind === 'parameter') { return true; }
  if (type.kind !== 'list' && type.kind !== 'map') { return NEVER_NULL.has(type.kind) && type.kind === wanted.kind; }
  const parameters = parametersOf(wanted);
  return isSameAlone(type, wanted) && parametersOf(type).every((each, i) => isCertain(each, parameters[i]));
}
