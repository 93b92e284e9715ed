import { showType, Type } from '../type';
import { fault } from '../value';

/** What cel-go says of a value that stands for none of the other type. */
export function conversionError(from: Type, to: Type): never {
  return fault(`type conversion error from '${showType(from)}' to '${showType(to)}'`);
}
