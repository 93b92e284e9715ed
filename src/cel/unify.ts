import { DYN } from './type';
import type { Type, TypeParameter } from './type';
import { isSame, isSameAlone, mostGeneral, parametersOf, withParameters } from './type-relations';

/** What a null stands for besides itself. */
const NULLABLE: ReadonlySet<Type['kind']> = new Set(['null', 'opaque', 'object', 'duration', 'timestamp']);

/**
 * What is known of the type parameters of one expression. A parameter is bound by the first use that tells its type, and may become `dyn` by
 * a later one. The order of the attempts shows in the result, so it is that of cel-go.
 */
export class Unifier {
  private readonly bound = new Map<string, Type>();
  /** What was bound before, to undo an attempt that failed. */
  private trail: (readonly [name: string, before: Type | undefined])[] = [];
  private made = 0;

  /** A parameter that nothing is known of yet. */
  public fresh(): TypeParameter {
    return { kind: 'parameter', name: `_var${this.made++}` };
  }

  /** The types with fresh parameters in place of their own, one for each name. */
  public instance(types: readonly Type[]): Type[] {
    const fresh = new Map<string, Type>();
    const rename = (type: Type): Type => {
      if (type.kind !== 'parameter') { return withParameters(type, parametersOf(type).map(rename)); }
      if (!fresh.has(type.name)) { fresh.set(type.name, this.fresh()); }
      return fresh.get(type.name)!;
    };
    return types.map(rename);
  }

  /** The type as far as it is known; what is not known is `dyn` where `closed`. */
  public resolve(type: Type, closed = false): Type {
    if (type.kind === 'parameter') {
      const known = this.bound.get(type.name);
      return known ? this.resolve(known, closed) : closed ? DYN : type;
    }
    const parameters = parametersOf(type);
    return parameters.length === 0 ? type : withParameters(type, parameters.map(each => this.resolve(each, closed)));
  }

  /** Whether values of the one types can be where the others are asked for; if so, what that tells of parameters is kept. */
  public assign(from: readonly Type[], to: readonly Type[]): boolean {
    this.trail = [];
    if (this.allGo(from, to)) { return true; }
    for (const [name, before] of this.trail.reverse()) {
      if (before) { this.bound.set(name, before); } else { this.bound.delete(name); }
    }
    return false;
  }

  private allGo(from: readonly Type[], to: readonly Type[]): boolean {
    return from.length === to.length && from.every((type, index) => this.goes(type, to[index]));
  }

  private goes(from: Type, to: Type): boolean {
    if (to.kind === 'parameter') {
      const known = this.bound.has(to.name);
      if (this.binds(to, from)) { return true; }
      if (known) { return false; }
    }
    if (from.kind === 'parameter') { return this.binds(from, to); }
    if (from.kind === 'dyn' || to.kind === 'dyn') { return true; }
    if (from.kind === 'null') { return NULLABLE.has(to.kind); }
    if (to.kind === 'null') { return NULLABLE.has(from.kind); }
    if (from.kind === 'type') { return to.kind === 'type'; }
    return isSameAlone(from, to) && this.allGo(parametersOf(from), parametersOf(to));
  }

  /** Whether the parameter can stand for the type, or does so already. */
  private binds(parameter: TypeParameter, type: Type): boolean {
    if (isSame(parameter, type)) { return true; }
    const known = this.bound.get(parameter.name);
    if (!known) { return !this.occurs(parameter, type) && this.bind(parameter, type); }
    if (isSame(type, known)) { return true; }
    if (!this.goes(type, known)) { return false; }
    const general = mostGeneral(type, known);
    return this.occurs(parameter, general) || this.bind(parameter, general);
  }

  private bind(parameter: TypeParameter, type: Type): boolean {
    this.trail.push([parameter.name, this.bound.get(parameter.name)]);
    this.bound.set(parameter.name, type);
    return true;
  }

  /** A parameter that stood for a type with itself in it would never end. */
  private occurs(parameter: TypeParameter, within: Type): boolean {
    if (isSame(parameter, within)) { return true; }
    const known = within.kind === 'parameter' && this.bound.get(within.name);
    return known ? this.occurs(parameter, known) : parametersOf(within).some(each => this.occurs(parameter, each));
  }
}
