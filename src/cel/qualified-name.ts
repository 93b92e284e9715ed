import type { Expr } from './ast';

/** A chain of names with dots, such as `a.b.c`; undefined where the expression is anything else. */
export function qualifiedName(expr: Expr): string | undefined {
  if (expr.kind === 'ident') { return expr.name; }
  if (expr.kind !== 'select' || expr.optional) { return undefined; }
  const operand = qualifiedName(expr.operand);
  return operand === undefined ? undefined : `${operand}.${expr.field}`;
}
