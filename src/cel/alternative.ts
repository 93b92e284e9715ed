import type { Run } from './frame';
import { fault, Optional } from './value';

/**
 * `optional.or(other)` and `optional.orValue(value)`: the alternative is looked at only where it is needed, so that an error in it does no
 * harm elsewhere. Nothing for other methods.
 */
export function alternative(name: string, args: readonly Run[]): Run | undefined {
  if (args.length !== 2 || (name !== 'or' && name !== 'orValue')) { return undefined; }
  const [first, other] = args;
  const isValue = name === 'orValue';
  return frame => {
    const value = first(frame);
    if (!(value instanceof Optional)) { return fault('no such overload'); }
    return !value.hasValue ? other(frame) : isValue ? value.value : value;
  };
}
