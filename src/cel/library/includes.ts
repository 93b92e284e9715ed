import { isEqual } from './lenient';
import { Library, method } from '../overload';
import { BOOL, DYN } from '../type';
import { isList, Value } from '../value';

/** Whether a list holds a value; of anything else, whether it is the value. */
export const INCLUDES: Library = {
  name: 'lists, version of 1.37',
  since: 37,
  overloads: [
    method('includes', [DYN, DYN], BOOL, (list: Value, value: Value) => isList(list) ? list.some(each => isEqual(each, value)) : isEqual(list, value)),
  ],
};
