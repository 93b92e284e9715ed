import type { Expr } from './ast';
import { Parser } from './parser';

/**
 * The tree of an expression.
 *
 * @throws CelError if the text is no expression of the dialect
 * @see https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax
 */
export function parse(source: string): Expr {
  return new Parser(source).whole();
}
