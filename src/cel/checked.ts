import type { Expr } from './ast';
import type { Overload } from './overload';
import type { Type } from './type';

/** What a name stands for: a variable of the expression or of a macro around it, or a type. */
export type Meaning = { readonly kind: 'variable'; readonly name: string } | { readonly kind: 'type'; readonly type: Type };

/** What a call stands for: its arguments, the target first, and every form that may be meant. */
export interface Resolved {
  readonly args: readonly Expr[];
  readonly overloads: readonly Overload[];
  /** Whether only one form fits statically: the API server counts the cost of some functions otherwise where several do. */
  readonly isOne: boolean;
}

/** What the type check found out about the nodes of a tree. */
export interface Checked {
  readonly type: Type;
  readonly types: ReadonlyMap<Expr, Type>;
  readonly meanings: ReadonlyMap<Expr, Meaning>;
  readonly calls: ReadonlyMap<Expr, Resolved>;
}
