import type { Call, Expr, ListExpr, Macro } from './ast';
import { childrenOf } from './children';
import { Field, listOf, madeFrom, NOWHERE, Place } from './place';
import { roundsOf } from './rounds';
import type { View } from './sight';
import { isList, Optional } from './value';

/** Where the value of an expression stands, or which fields it is made from. */
export function whereabouts(expr: Expr, view: View): Place {
  const at = (part: Expr) => whereabouts(part, view);
  const variable = view.variable(expr);
  if (variable) { return whereabouts(variable.expr, variable.view); }
  switch (expr.kind) {
    case 'literal': return NOWHERE;
    case 'ident': return view.placeOf(expr.name);
    case 'select': case 'has': return at(expr.operand).part(expr.field);
    case 'index': {
      const key = view.read(expr.index);
      return key === undefined ? madeFrom(at(expr.operand).fields) : at(expr.operand).part(key);
    }
    case 'conditional': {
      const test = view.read(expr.test);
      return typeof test === 'boolean' ? at(test ? expr.then : expr.otherwise) : made(expr, view);
    }
    case 'call': return ofCall(expr, view);
    case 'list': return ofList(expr, view);
    case 'macro': return ofMacro(expr, view);
    default: return made(expr, view);
  }
}

/** Where parts have no value, it is those that the whole fails by. */
function made(expr: Expr, view: View): Place {
  const parts = childrenOf(expr);
  const broken = fieldsOf(parts.filter(part => view.read(part) === undefined).map(part => whereabouts(part, view)));
  return madeFrom(broken.length > 0 ? broken : fieldsOf(parts.map(part => whereabouts(part, view))));
}

function fieldsOf(places: readonly Place[]): readonly Field[] {
  return places.flatMap(({ fields }) => fields);
}

function ofCall(call: Call, view: View): Place {
  const { name, target, args } = call;
  if (target && (name === 'orValue' || name === 'or') && args.length === 1) {
    const optional = view.read(target);
    const first = whereabouts(target, view);
    if (optional instanceof Optional && optional.hasValue) { return first; }
    const second = whereabouts(args[0], view);
    return { fields: fieldsOf([first, second]), part: key => second.part(key) };
  }
  if (target && name === 'value') { return whereabouts(target, view); }
  if (!target && name === 'dyn' && args.length === 1) { return whereabouts(args[0], view); }
  if (name === '+' && args.length === 2) { return ofSum(args, view) ?? made(call, view); }
  return made(call, view);
}

/** Lists one after the other. */
function ofSum(args: readonly Expr[], view: View): Place | undefined {
  const elements: Place[] = [];
  const places = args.map(arg => whereabouts(arg, view));
  for (const [i, arg] of args.entries()) {
    const list = view.read(arg);
    if (list === undefined || !isList(list)) { return undefined; }
    elements.push(...list.map((_, k) => places[i].part(k)));
  }
  return listOf(elements, fieldsOf(places));
}

function ofList({ elements }: ListExpr, view: View): Place {
  const places = elements.map(({ value }) => whereabouts(value, view));
  const isThere = elements.map(({ value, optional }) => {
    const element = optional ? view.read(value) : undefined;
    return !(element instanceof Optional) || element.hasValue;
  });
  return listOf(places.filter((_, i) => isThere[i]), fieldsOf(places));
}

function ofMacro(macro: Macro, view: View): Place {
  const range = whereabouts(macro.range, view);
  const { name, filter, body, variables } = macro;
  if (name === 'optMap' || name === 'optFlatMap') {
    const optional = view.read(macro.range);
    const place = whereabouts(body, view.bound(variables[0], optional instanceof Optional ? optional.value : undefined, range));
    return place.fields.length > 0 ? place : range;
  }
  const fields = loopFields(macro, range, view);
  switch (name) {
    case 'filter': return listOf(roundsOf(macro, range, view).filter(round => round.view.read(body) === true).map(({ place }) => place), fields);
    case 'map': case 'transformList': {
      const rounds = roundsOf(macro, range, view).filter(round => !filter || round.view.read(filter) === true);
      return listOf(rounds.map(round => {
        const place = whereabouts(body, round.view);
        return place.fields.length > 0 ? place : round.place;
      }), fields);
    }
    default: return madeFrom(fields);
  }
}

/** The fields of which a loop speaks: its range, and what its body compares the elements with. Of a range that fails only that one. */
function loopFields(macro: Macro, range: Place, view: View): readonly Field[] {
  if (range.fields.length > 0 && view.read(macro.range) === undefined) { return range.fields; }
  const outside = view.outside(macro);
  const parts = macro.filter ? [macro.filter, macro.body] : [macro.body];
  return [...range.fields, ...parts.flatMap(part => whereabouts(part, outside).fields)];
}
