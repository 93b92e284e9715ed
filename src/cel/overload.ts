import type { Type } from './type';
import type { Value } from './value';

/** One signature of one function, method or operator. */
export interface Overload {
  /** As in the tree: `size`, `sets.contains`, `+`. */
  readonly name: string;
  /** Called on a target, which is the first of the arguments. */
  readonly isMethod: boolean;
  readonly args: readonly Type[];
  readonly result: Type;
  /** What arguments are asked for while it runs, where that is less than the types above say. */
  readonly asked?: readonly Type[];
  /** Is given values of the types above; what is of none of them never arrives. Faults are thrown with `fault`. */
  readonly run: (...args: any[]) => Value;
}

/** Overloads that come together, and the first minor version of the environment that has them. */
export interface Library {
  readonly name: string;
  /** `28` for the environment of Kubernetes 1.28. */
  readonly since: number;
  readonly overloads: readonly Overload[];
}

export function fn(name: string, args: readonly Type[], result: Type, run: (...args: any[]) => Value): Overload {
  return { name, isMethod: false, args, result, run };
}

export function method(name: string, args: readonly Type[], result: Type, run: (...args: any[]) => Value): Overload {
  return { name, isMethod: true, args, result, run };
}
