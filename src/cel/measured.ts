import { spend } from './frame';
import type { Run } from './frame';
import type { Type } from './type';

/** Of these a call can make large ones out of small ones. */
const GROWING: ReadonlySet<Type['kind']> = new Set(['string', 'bytes', 'list', 'dyn']);

/** A text takes less than a list of as many elements. */
const UNITS_PER_STEP = 8;

/** A call, the size of whose result counts as work: doubling a text a hundred times must end before the memory does. */
export function measured(type: Type, run: Run): Run {
  if (!GROWING.has(type.kind)) { return run; }
  return frame => {
    const value = run(frame);
    if (typeof value === 'string' || value instanceof Uint8Array) {
      spend(frame, value.length / UNITS_PER_STEP);
    } else if (Array.isArray(value)) {
      spend(frame, value.length);
    }
    return value;
  };
}
