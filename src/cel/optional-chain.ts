import type { Expr, Select } from './ast';
import { fieldReader, Read } from './fields';
import type { Run } from './frame';
import { fault, isList, isMap, Optional, Value } from './value';

/** `operand.?a.b` up from its first `.?`: every field behind that is asked for only where the one before it is there. */
export interface OptionalChain {
  readonly operand: Expr;
  readonly fields: readonly string[];
}

/** The chain that an expression ends in; nothing where it ends otherwise. */
export function optionalChain(expr: Expr): OptionalChain | undefined {
  const selects: Select[] = [];
  for (let at = expr; at.kind === 'select'; at = at.operand) { selects.unshift(at); }
  const first = selects.findIndex(({ optional }) => optional);
  return first < 0 ? undefined : { operand: selects[first].operand, fields: selects.slice(first).map(({ field }) => field) };
}

/**
 * `operand.?a.?b.orValue(other)` in one step. Most of what rules say looks like this, and an optional made for each field only to be thrown
 * away would take half of their time.
 */
export function valueOrOther(operand: Run, fields: readonly string[], other: Run): Run {
  const reads: readonly Read[] = fields.map(fieldReader);
  return frame => {
    let value = operand(frame);
    for (const read of reads) {
      while (value instanceof Optional) {
        if (!value.hasValue) { return other(frame); }
        value = value.value;
      }
      if (isList(value)) { return fault('unsupported index type \'string\' in list'); }
      const found: Value | undefined = isMap(value) ? read(value) : undefined;
      if (found === undefined) { return other(frame); }
      value = found;
    }
    return value;
  };
}
