import type { Expr } from './ast';

/** The parts of a node, from left to right. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'literal': case 'ident': return [];
    case 'select': case 'has': return [expr.operand];
    case 'index': return [expr.operand, expr.index];
    case 'call': return expr.target ? [expr.target, ...expr.args] : expr.args;
    case 'list': return expr.elements.map(element => element.value);
    case 'map': return expr.entries.flatMap(entry => [entry.key, entry.value]);
    case 'and': case 'or': return expr.terms;
    case 'conditional': return [expr.test, expr.then, expr.otherwise];
    case 'macro': return expr.filter ? [expr.range, expr.filter, expr.body] : [expr.range, expr.body];
  }
}

/** The node with each of its parts replaced, in the order of `childrenOf`; the variables that a macro binds around its own parts go along. */
export function mapChildren(expr: Expr, change: (child: Expr, bound: readonly string[]) => Expr): Expr {
  const same = (child: Expr) => change(child, []);
  switch (expr.kind) {
    case 'literal': case 'ident': return expr;
    case 'select': case 'has': return { ...expr, operand: same(expr.operand) };
    case 'index': return { ...expr, operand: same(expr.operand), index: same(expr.index) };
    case 'call': return { ...expr, ...(expr.target ? { target: same(expr.target) } : {}), args: expr.args.map(same) };
    case 'list': return { ...expr, elements: expr.elements.map(element => ({ ...element, value: same(element.value) })) };
    case 'map': return { ...expr, entries: expr.entries.map(entry => ({ ...entry, key: same(entry.key), value: same(entry.value) })) };
    case 'and': case 'or': return { ...expr, terms: expr.terms.map(same) };
    case 'conditional': return { ...expr, test: same(expr.test), then: same(expr.then), otherwise: same(expr.otherwise) };
    case 'macro': return {
      ...expr,
      range: same(expr.range),
      ...(expr.filter ? { filter: change(expr.filter, expr.variables) } : {}),
      body: change(expr.body, expr.variables),
    };
  }
}
