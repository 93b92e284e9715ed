import type { Value } from './value';

/**
 * The tree of an expression. Every node knows where in the text it begins (`at`, in UTF-16 units), so that whatever is found wrong with
 * it later can be shown there. Nodes are plain and never changed: one that is to differ is made anew.
 */
export type Expr = Literal | Ident | Select | Has | Index | Call | ListExpr | MapExpr | Logic | Conditional | Macro;

interface At {
  readonly at: number;
}

/** `1`, `2u`, `1.5`, `'text'`, `b'bytes'`, `true`, `null`. */
export interface Literal extends At {
  readonly kind: 'literal';
  readonly value: Value;
}

/** `object`; with the leading dot that escapes from macro variables, if it was written: `.object`. */
export interface Ident extends At {
  readonly kind: 'ident';
  readonly name: string;
}

/** `operand.field`, `operand.?field`; a field that was written between backticks stands here without them. */
export interface Select extends At {
  readonly kind: 'select';
  readonly operand: Expr;
  readonly field: string;
  readonly optional: boolean;
}

/** `has(operand.field)`. */
export interface Has extends At {
  readonly kind: 'has';
  readonly operand: Expr;
  readonly field: string;
}

/** `operand[index]`, `operand[?index]`. */
export interface Index extends At {
  readonly kind: 'index';
  readonly operand: Expr;
  readonly index: Expr;
  readonly optional: boolean;
}

/**
 * A function, a method, or an operator under its own sign: `size(x)` has no target, `x.size()` has one, `a + b` is `+` with two
 * arguments, `-a` is `-` with one, `!a` is `!`, `a in b` is `in`. Operators never have a target.
 *
 * A function with a namespace, such as `sets.contains(a, b)`, is parsed as a method of the identifier `sets`: only the environment knows
 * which names are functions. It is looked up as `sets.contains` first, also where a variable `sets` exists.
 */
export interface Call extends At {
  readonly kind: 'call';
  readonly name: string;
  readonly target?: Expr;
  readonly args: readonly Expr[];
}

/** `[a, ?b]`. */
export interface ListExpr extends At {
  readonly kind: 'list';
  readonly elements: readonly { readonly value: Expr; readonly optional: boolean }[];
}

/** `{k: v, ?k: v}`. */
export interface MapExpr extends At {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: Expr; readonly value: Expr; readonly optional: boolean }[];
}

/** `a && b && c`, or the same with `||`: a chain of one operator is one node, however long. */
export interface Logic extends At {
  readonly kind: 'and' | 'or';
  readonly terms: readonly Expr[];
}

/** `test ? then : otherwise`. */
export interface Conditional extends At {
  readonly kind: 'conditional';
  readonly test: Expr;
  readonly then: Expr;
  readonly otherwise: Expr;
}

/**
 * Macros that bind variables. `existsOne` and `transformList`, `transformMap`, `transformMapEntry` are the two-variable library's;
 * `optMap` and `optFlatMap` bind the value of an optional; `sortBy` is the lists library's.
 */
export type MacroName =
  | 'all' | 'exists' | 'exists_one' | 'existsOne' | 'map' | 'filter' | 'optMap' | 'optFlatMap' | 'sortBy'
  | 'transformList' | 'transformMap' | 'transformMapEntry';

/** `range.all(x, body)`, `range.map(x, filter, body)`, `range.transformMap(k, v, filter, body)`. */
export interface Macro extends At {
  readonly kind: 'macro';
  readonly name: MacroName;
  readonly range: Expr;
  /** One name, or two: index and element of a list, key and value of a map. */
  readonly variables: readonly string[];
  /** The three-argument forms of `map`, `transformList`, `transformMap` and `transformMapEntry`: only what passes is taken. */
  readonly filter?: Expr;
  readonly body: Expr;
}
