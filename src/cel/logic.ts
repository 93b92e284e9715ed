import type { Run } from './frame';
import { Fault, fault } from './value';

/** `&&` where `decides` is false, `||` where it is true: one term that decides counts more than any other's error. */
export function logic(terms: readonly Run[], decides: boolean): Run {
  return frame => {
    let pending: Fault | undefined;
    for (const term of terms) {
      try {
        const value = term(frame);
        if (value === decides) { return decides; }
        if (typeof value !== 'boolean') { pending ??= new Fault('no such overload'); }
      } catch (error) {
        if (!(error instanceof Fault)) { throw error; }
        pending ??= error;
      }
    }
    if (pending) { throw pending; }
    return !decides;
  };
}

export function conditional(test: Run, then: Run, otherwise: Run): Run {
  return frame => {
    const value = test(frame);
    return value === true ? then(frame) : value === false ? otherwise(frame) : fault('no such overload');
  };
}
