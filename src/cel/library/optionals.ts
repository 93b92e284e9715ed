import { isZero } from './zero';
import { fn, Library, method } from '../overload';
import { A, BOOL, listOf, optionalOf } from '../type';
import { fault, Optional, Value } from '../value';

const OPTIONAL = optionalOf(A);
const unwrapped = (list: readonly Value[]): Value => list.flatMap(each => (
  each instanceof Optional ? (each.hasValue ? [each.value] : []) : fault('value is no optional')
));

/** Values that may be missing; `.?`, `[?` and the macros `optMap` and `optFlatMap` come with them. */
export const OPTIONALS: Library = {
  name: 'optionals',
  since: 28,
  overloads: [
    fn('optional.of', [A], OPTIONAL, (value: Value) => Optional.of(value)),
    fn('optional.ofNonZeroValue', [A], OPTIONAL, (value: Value) => isZero(value) ? Optional.NONE : Optional.of(value)),
    fn('optional.none', [], OPTIONAL, () => Optional.NONE),
    method('value', [OPTIONAL], A, (optional: Optional) => optional.hasValue ? optional.value : fault('optional.none() dereference')),
    method('hasValue', [OPTIONAL], BOOL, (optional: Optional) => optional.hasValue),
    method('or', [OPTIONAL, OPTIONAL], OPTIONAL, (optional: Optional, other: Optional) => optional.hasValue ? optional : other),
    method('orValue', [OPTIONAL, A], A, (optional: Optional, other: Value) => optional.hasValue ? optional.value : other),
    method('first', [listOf(A)], OPTIONAL, (list: readonly Value[]) => list.length > 0 ? Optional.of(list[0]) : Optional.NONE),
    method('last', [listOf(A)], OPTIONAL, (list: readonly Value[]) => list.length > 0 ? Optional.of(list[list.length - 1]) : Optional.NONE),
    fn('optional.unwrap', [listOf(OPTIONAL)], listOf(A), unwrapped),
    method('unwrapOpt', [listOf(OPTIONAL)], listOf(A), unwrapped),
  ],
};
