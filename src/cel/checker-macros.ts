import type { Expr, Macro } from './ast';
import type { Checking } from './checking';
import { CONDITIONAL, MAP_INSERT, Signature } from './operators';
import type { Scope } from './scope';
import { A, BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, optionalOf, STRING, TIMESTAMP, Type, UINT } from './type';
import { isOptionalType, parametersOf } from './type-relations';

/** The type of what a macro gives. */
export function checkMacro(checker: Checking, macro: Macro, scope: Scope<Type>): Type {
  const { name, variables } = macro;
  if (!checker.context.hasMacro(name, variables.length)) { checker.fail(checker.context.missing(shownMacro(macro)), macro); }
  const range = checker.unifier.resolve(checker.typeOf(macro.range, scope));
  if (name === 'optMap' || name === 'optFlatMap') { return checkOptional(checker, macro, range, scope); }
  const types = variables.length === 2 ? pairOf(checker, range, macro) : [elementOf(checker, range, macro)];
  const inside = scope.with(new Map(variables.map((variable, i) => [variable, types[i]])));
  const filter = macro.filter && checker.typeOf(macro.filter, inside);
  const result = resultOf(checker, macro, range, types, inside);
  // That the filter is a condition is asked last: what the body makes of a variable comes first.
  if (filter && !checker.unifier.assign([filter], [BOOL])) {
    checker.fail(`filter of ${name} is no condition: got ${checker.show(filter)}, expected bool`, macro.filter!);
  }
  return result;
}

function resultOf(checker: Checking, macro: Macro, range: Type, types: readonly Type[], inside: Scope<Type>): Type {
  const { name } = macro;
  switch (name) {
    case 'all': case 'exists': case 'exists_one': case 'existsOne':
      checker.bool(macro.body, inside, `body of ${name}`);
      return BOOL;
    case 'filter':
      checker.bool(macro.body, inside, 'body of filter');
      return listOf(types[0]);
    case 'map': case 'transformList': return listOf(checker.typeOf(macro.body, inside));
    case 'transformMap': return inserted(checker, [types[0], checker.typeOf(macro.body, inside)], macro.body);
    case 'transformMapEntry': return inserted(checker, [checker.typeOf(macro.body, inside)], macro.body);
    case 'sortBy': return checkSort(checker, macro, range, inside);
    case 'optMap': case 'optFlatMap': return checkOptional(checker, macro, range, inside);
  }
}

/** How messages name it: the two-variable forms of old macros came later than these. */
function shownMacro({ name, variables }: Macro): string {
  return variables.length === 2 && (name === 'all' || name === 'exists') ? `${name} with two variables` : name;
}

function elementOf(checker: Checking, range: Type, macro: Macro): Type {
  switch (range.kind) {
    case 'list': return range.element;
    case 'map': return range.key;
    case 'dyn': return DYN;
    case 'parameter': checker.unifier.assign([range], [DYN]); return DYN;
    default: return noRange(checker, range, macro.range);
  }
}

function pairOf(checker: Checking, range: Type, macro: Macro): readonly Type[] {
  switch (range.kind) {
    case 'list': return [INT, range.element];
    case 'map': return [range.key, range.value];
    case 'dyn': return [DYN, DYN];
    case 'parameter': checker.unifier.assign([range], [DYN]); return [DYN, DYN];
    default: return noRange(checker, range, macro.range);
  }
}

function noRange(checker: Checking, range: Type, expr: Expr): never {
  return checker.fail(`value cannot be gone through: got ${checker.show(range)}, expected a list or a map`, expr);
}

function checkOptional(checker: Checking, macro: Macro, range: Type, scope: Scope<Type>): Type {
  if (!isOptionalType(range) && range.kind !== 'dyn') {
    checker.fail(`"${macro.name}" asks for an optional: got ${checker.show(range)}`, macro.range);
  }
  const value = isOptionalType(range) ? parametersOf(range)[0] : DYN;
  const body = checker.typeOf(macro.body, scope.with(new Map([[macro.variables[0], value]])));
  const given = macro.name === 'optMap' ? optionalOf(body) : body;
  const none = optionalOf(checker.unifier.fresh());
  return checker.apply(CONDITIONAL, [BOOL, given, none])?.result
    ?? checker.fail(`body of optFlatMap is no optional: got ${checker.show(body)}`, macro.body);
}

function inserted(checker: Checking, given: readonly Type[], body: Expr): Type {
  const map = mapOf(checker.unifier.fresh(), checker.unifier.fresh());
  return checker.apply(MAP_INSERT, [map, ...given])?.result ?? checker.fail(`body of transformMapEntry is no map: got ${checker.show(given[0])}`, body);
}

/** What is sorted by `list.sortBy(x, key)`, by each type that has an order. */
const SORT_BY_KEYS: readonly Signature[] = [INT, UINT, DOUBLE, BOOL, DURATION, TIMESTAMP, STRING, BYTES]
  .map(key => ({ args: [listOf(A), listOf(key)], result: listOf(A) }));

function checkSort(checker: Checking, macro: Macro, range: Type, inside: Scope<Type>): Type {
  const key = checker.typeOf(macro.body, inside);
  return checker.apply(SORT_BY_KEYS, [range, listOf(key)])?.result
    ?? checker.fail(`nothing to sort, or its keys have no order: got ${checker.show(range)} with ${checker.show(key)}, expected a list and numbers or texts`, macro.body);
}
