import type { Expr } from './ast';
import { mapChildren } from './children';

/** The names that an expression takes from outside: all but the variables of its own macros. */
export function freeNames(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Expr, bound: ReadonlySet<string>): Expr => {
    if (node.kind === 'ident') {
      const name = node.name.replace(/^\./, '');
      if (node.name.startsWith('.') || !bound.has(name)) { names.add(name); }
    }
    return mapChildren(node, (child, variables) => visit(child, variables.length > 0 ? new Set([...bound, ...variables]) : bound));
  };
  visit(expr, new Set());
  return names;
}
