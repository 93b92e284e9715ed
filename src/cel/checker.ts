import type { Call, Conditional, Expr, Ident, Index, ListExpr, Logic, MapExpr, Select } from './ast';
import { CelError } from './cel-error';
import type { Checked, Meaning, Resolved } from './checked';
import { checkMacro } from './checker-macros';
import type { CheckContext, Checking } from './checking';
import { CONDITIONAL, INDEX, INDEX_OF_OPTIONAL, OPTIONAL_INDEX, Signature } from './operators';
import type { Overload } from './overload';
import { qualifiedName } from './qualified-name';
import { Scope } from './scope';
import { typeOfValue } from './standard/type-of';
import { BOOL, DYN, listOf, mapOf, optionalOf, showType, Type, typeOf } from './type';
import { isOptionalType, isSame, mostGeneral, unwrapped } from './type-relations';
import { Unifier } from './unify';

/** Operators, and what else asks the values themselves while it runs: static types do not narrow these down. */
const ASKS_VALUES = /^(?:[^A-Za-z].*|in|size|sort)$/;

/** Finds the static type of every node, as the API server does before it takes a policy. */
export class Checker implements Checking {
  public readonly unifier = new Unifier();
  private readonly types = new Map<Expr, Type>();
  private readonly meanings = new Map<Expr, Meaning>();
  private readonly calls = new Map<Expr, Resolved>();
  /** How many calls of `format` stand around. In what a text is filled with, lists and maps may hold anything. */
  private fillings = 0;
  private readonly literals: { readonly parts: readonly Expr[]; readonly types: readonly Type[] }[] = [];

  constructor(public readonly context: CheckContext) {}

  public check(expr: Expr, variables: ReadonlyMap<string, Type>): Checked {
    const type = this.typeOf(expr, Scope.of(variables));
    this.checkLiterals();
    const types = new Map([...this.types].map(([node, found]) => [node, this.unifier.resolve(found, true)]));
    return { type: this.unifier.resolve(type, true), types, meanings: this.meanings, calls: this.calls };
  }

  public typeOf(expr: Expr, scope: Scope<Type>): Type {
    const type = this.unifier.resolve(this.find(expr, scope));
    this.types.set(expr, type);
    return type;
  }

  public fail(reason: string, { at }: Expr): never {
    throw new CelError(reason, this.context.source, at);
  }

  /** The result of the first signature that takes the arguments; `dyn` where others do too, with other results. */
  public apply(signatures: readonly Signature[], args: readonly Type[]): { readonly result: Type; readonly fitting: readonly number[] } | undefined {
    let result: Type | undefined;
    const fitting: number[] = [];
    signatures.forEach((signature, i) => {
      const [own, ...parameters] = this.unifier.instance([signature.result, ...signature.args]);
      if (!this.unifier.assign(args, parameters)) { return; }
      fitting.push(i);
      const found = this.unifier.resolve(own);
      if (result === undefined) { result = found; } else if (result.kind !== 'dyn' && !isSame(found, result)) { result = DYN; }
    });
    return result && { result, fitting };
  }

  public bool(expr: Expr, scope: Scope<Type>, what: string): void {
    const type = this.typeOf(expr, scope);
    if (!this.unifier.assign([type], [BOOL])) { this.fail(`${what} is no condition: got ${this.show(type)}, expected bool`, expr); }
  }

  public show(type: Type): string {
    return showType(this.unifier.resolve(type, true));
  }

  private find(expr: Expr, scope: Scope<Type>): Type {
    switch (expr.kind) {
      case 'literal': return typeOfValue(expr.value);
      case 'ident': return this.ident(expr, scope);
      case 'select': return this.select(expr, scope);
      case 'has': this.field(this.typeOf(expr.operand, scope), expr.field, expr); return BOOL;
      case 'index': return this.index(expr, scope);
      case 'call': return this.call(expr, scope);
      case 'list': return this.list(expr, scope);
      case 'map': return this.map(expr, scope);
      case 'and': case 'or': return this.logic(expr, scope);
      case 'conditional': return this.conditional(expr, scope);
      case 'macro': return checkMacro(this, expr, scope);
    }
  }

  private ident(expr: Ident, scope: Scope<Type>): Type {
    return this.named(expr.name, expr, scope) ?? this.fail(this.unknownName(expr.name, scope), expr);
  }

  /** A variable, or a type by its name. */
  private named(name: string, expr: Expr, scope: Scope<Type>): Type | undefined {
    const variable = scope.find(name);
    if (variable) {
      this.meanings.set(expr, { kind: 'variable', name });
      return variable;
    }
    const type = this.context.types.get(name.replace(/^\./, ''));
    if (!type) { return undefined; }
    this.meanings.set(expr, { kind: 'type', type });
    return typeOf(type);
  }

  private unknownName(name: string, scope: Scope<Type>): string {
    const known = scope.names().filter(each => !each.startsWith('@'));
    return `name is unknown: got ${name}, expected ${known.length > 0 ? `one of ${known.join(', ')}` : 'a value'}; declare it, or correct it`;
  }

  private select(expr: Select, scope: Scope<Type>): Type {
    const name = expr.optional ? undefined : qualifiedName(expr);
    const head = name?.replace(/^\./, '').split('.')[0];
    if (name && head && !scope.isBound(head)) {
      const type = this.named(name, expr, scope);
      if (type) { return type; }
    }
    if (expr.optional && !this.context.hasOptionals) { this.fail(this.context.missing('.?'), expr); }
    const operand = this.typeOf(expr.operand, scope);
    const found = this.field(operand, expr.field, expr);
    return expr.optional || isOptionalType(this.unifier.resolve(operand)) ? optionalOf(found) : found;
  }

  /** The type of a field of a value of a type, or of the value in an optional. */
  private field(operand: Type, field: string, expr: Expr): Type {
    const type = unwrapped(this.unifier.resolve(operand));
    switch (type.kind) {
      case 'map': return type.value;
      case 'object': return type.fields[field] ?? this.fail(
        `field does not exist: got ${field}, expected one of ${Object.keys(type.fields).join(', ')} of ${type.name}`, expr);
      case 'parameter': this.unifier.assign([type], [DYN]); return DYN;
      case 'dyn': return DYN;
      default: return this.fail(`value has no fields: got ${this.show(type)}, expected a map or an object`, expr);
    }
  }

  private index(expr: Index, scope: Scope<Type>): Type {
    if (expr.optional && !this.context.hasOptionals) { this.fail(this.context.missing('[?'), expr); }
    const args = [this.typeOf(expr.operand, scope), this.typeOf(expr.index, scope)];
    const signatures = expr.optional ? OPTIONAL_INDEX : [...INDEX, ...(this.context.hasOptionals ? INDEX_OF_OPTIONAL : [])];
    return this.apply(signatures, args)?.result
      ?? this.fail(`value cannot be indexed so: got ${this.shown(args)}, expected a list and an int, or a map and one of its keys`, expr);
  }

  private call(expr: Call, scope: Scope<Type>): Type {
    const prefix = expr.target && qualifiedName(expr.target)?.replace(/^\./, '');
    const namespaced = prefix !== undefined && this.context.overloads(`${prefix}.${expr.name}`).some(each => !each.isMethod);
    const name = (namespaced ? `${prefix}.${expr.name}` : expr.name).replace(/^\./, '');
    const isMethod = expr.target !== undefined && !namespaced;
    const args = isMethod ? [expr.target!, ...expr.args] : expr.args;
    const overloads = this.context.overloads(name).filter(each => each.isMethod === isMethod);
    if (overloads.length === 0 && expr.target && !isMethod) { this.fail(this.context.missing(name), expr); }
    if (overloads.length === 0) { return this.unknownCall(expr, name, scope); }
    const filling = Number(name === 'format');
    this.fillings += filling;
    const types = args.map(arg => this.typeOf(arg, scope));
    this.fillings -= filling;
    const found = this.apply(overloads, types);
    if (!found) { this.fail(this.noForm(name, types, overloads), expr); }
    const taken = ASKS_VALUES.test(name) ? overloads.filter(each => each.args.length === args.length) : found.fitting.map(i => overloads[i]);
    this.calls.set(expr, { args, overloads: taken, isOne: found.fitting.length === 1 });
    return found.result;
  }

  /** A function of a namespace is told by its whole name, where the target is no value. */
  private unknownCall(expr: Call, name: string, scope: Scope<Type>): never {
    const prefix = expr.target && qualifiedName(expr.target);
    const isValue = prefix === undefined || scope.find(prefix.split('.')[0]) !== undefined;
    return this.fail(this.context.missing(isValue ? name : `${prefix}.${expr.name}`), expr);
  }

  private noForm(name: string, types: readonly Type[], overloads: readonly Overload[]): string {
    const forms = [...new Set(overloads.map(({ args }) => this.shown(args)))];
    return `"${name}" does not take these values: got ${this.shown(types)}, expected ${forms.join(' or ')}`;
  }

  private shown(types: readonly Type[]): string {
    return `(${types.map(type => this.show(type)).join(', ')})`;
  }

  private list(expr: ListExpr, scope: Scope<Type>): Type {
    const element = this.joined(expr.elements.map(({ value, optional }) => [value, optional]), scope);
    return listOf(element ?? this.unifier.fresh());
  }

  private map(expr: MapExpr, scope: Scope<Type>): Type {
    const key = this.joined(expr.entries.map(entry => [entry.key, false]), scope);
    const value = this.joined(expr.entries.map(entry => [entry.value, entry.optional]), scope);
    return mapOf(key ?? this.unifier.fresh(), value ?? this.unifier.fresh());
  }

  /** The one type of the parts of a literal. */
  private joined(parts: readonly (readonly [part: Expr, optional: boolean])[], scope: Scope<Type>): Type | undefined {
    const types: Type[] = [];
    let joined: Type | undefined;
    for (const [part, optional] of parts) {
      const type = this.part(part, optional, scope);
      types.push(type);
      joined = joined ? this.join(joined, type, part) : type;
    }
    if (this.fillings === 0) { this.literals.push({ parts: parts.map(([part]) => part), types }); }
    return joined;
  }

  private join(joined: Type, type: Type, part: Expr): Type {
    if (this.unifier.assign([joined], [type])) { return mostGeneral(this.unifier.resolve(joined), this.unifier.resolve(type)); }
    return this.fillings > 0 ? DYN : this.mixed(part, joined, type);
  }

  private part(part: Expr, optional: boolean, scope: Scope<Type>): Type {
    const type = this.typeOf(part, scope);
    if (!optional) { return type; }
    if (!this.context.hasOptionals) { this.fail(this.context.missing('?'), part); }
    return isOptionalType(type) || type.kind === 'dyn' ? unwrapped(type) : this.fail(`part is no optional: got ${this.show(type)}, expected one; remove the ?`, part);
  }

  /** A list or a map with parts of several types is refused, also where one of them is `dyn`. */
  private checkLiterals(): void {
    for (const { parts, types } of this.literals) {
      const [first, ...others] = types.map(type => this.unifier.resolve(type, true));
      const other = others.findIndex(type => !isSame(type, first));
      if (other >= 0) { this.mixed(parts[other + 1], first, others[other]); }
    }
  }

  private mixed(part: Expr, first: Type, other: Type): never {
    return this.fail(`parts of a list or a map have several types: got ${this.show(other)}, expected ${this.show(first)} like those before it`, part);
  }

  private logic(expr: Logic, scope: Scope<Type>): Type {
    for (const term of expr.terms) { this.bool(term, scope, `term of ${expr.kind === 'and' ? '&&' : '||'}`); }
    return BOOL;
  }

  private conditional(expr: Conditional, scope: Scope<Type>): Type {
    const types = [expr.test, expr.then, expr.otherwise].map(part => this.typeOf(part, scope));
    return this.apply(CONDITIONAL, types)?.result
      ?? this.fail(`the two sides of ? differ in type, or no condition stands before it: got ${this.shown(types)}, expected (bool, T, T)`, expr);
  }
}
