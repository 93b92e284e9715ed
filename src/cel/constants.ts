import type { Expr } from './ast';

/** What cel-go turns into a constant before anything runs. */
const CONVERSIONS: ReadonlySet<string> = new Set(['bool', 'bytes', 'double', 'duration', 'dyn', 'int', 'string', 'timestamp', 'type', 'uint']);

/** A call that is made once, when the expression is read, if what it is given is a constant. */
export function isConversion(expr: Expr): expr is Expr & { kind: 'call' } {
  return expr.kind === 'call' && !expr.target && expr.args.length === 1 && CONVERSIONS.has(expr.name);
}

/** A value that is known before anything runs, so that it costs nothing. */
export function isConstant(expr: Expr): boolean {
  switch (expr.kind) {
    case 'literal': return true;
    case 'call': return isConversion(expr) && isConstant(expr.args[0]);
    case 'list': return expr.elements.every(({ value, optional }) => !optional && isConstant(value));
    case 'map': return expr.entries.every(({ key, value, optional }) => !optional && isConstant(key) && isConstant(value));
    default: return false;
  }
}
