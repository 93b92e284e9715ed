import type { Expr } from './ast';
import type { Signature } from './operators';
import type { Overload } from './overload';
import type { Scope } from './scope';
import type { Type } from './type';
import type { Unifier } from './unify';

/** What an environment tells the checker. */
export interface CheckContext {
  readonly source: string;
  readonly hasOptionals: boolean;
  readonly types: ReadonlyMap<string, Type>;
  overloads(name: string): readonly Overload[];
  /** Why a function, a macro or a sign is not there: it comes later, or it is unknown. */
  missing(what: string): string;
  /** The first environment that has a macro. */
  hasMacro(name: string, variables: number): boolean;
}

/** What the check of one part of the language asks of the whole. */
export interface Checking {
  readonly context: CheckContext;
  readonly unifier: Unifier;
  typeOf(expr: Expr, scope: Scope<Type>): Type;
  bool(expr: Expr, scope: Scope<Type>, what: string): void;
  apply(signatures: readonly Signature[], args: readonly Type[]): { readonly result: Type; readonly fitting: readonly number[] } | undefined;
  show(type: Type): string;
  fail(reason: string, expr: Expr): never;
}
