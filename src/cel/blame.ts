import type { Call, Conditional, Expr, Has, Logic, Macro } from './ast';
import type { Field } from './place';
import { print } from './print';
import { roundsOf } from './rounds';
import type { View } from './sight';
import { isInt, isList, Optional } from './value';
import { whereabouts } from './whereabouts';

/** The fields because of which a condition is not what it was to be. */
export function blame(expr: Expr, wanted: boolean, view: View): readonly Field[] {
  const found = within(expr, wanted, view);
  return found.length > 0 ? found : whereabouts(expr, view).fields;
}

/** Nothing where no part of the condition can be told from another. */
function within(expr: Expr, wanted: boolean, view: View): readonly Field[] {
  const variable = view.variable(expr);
  if (variable) { return blame(variable.expr, wanted, variable.view); }
  switch (expr.kind) {
    case 'and': case 'or': return ofLogic(expr, wanted, view);
    case 'conditional': return ofConditional(expr, wanted, view);
    case 'call': return ofCall(expr, wanted, view);
    case 'macro': return ofMacro(expr, wanted, view);
    default: return [];
  }
}

function ofLogic({ kind, terms }: Logic, wanted: boolean, view: View): readonly Field[] {
  const guilty = terms.filter(term => view.read(term) !== wanted);
  if ((kind === 'and') === wanted) { return guilty.flatMap(term => blame(term, wanted, view)); }
  // Each of the terms alone would have been enough. Conditions that only say what a rule is about come first, so the last tells most.
  return [...guilty].reverse().flatMap(term => {
    const owner = wanted && term.kind === 'has' && guilty.some(other => isSibling(term, other)) ? whereabouts(term.operand, view).fields : [];
    return owner.some(({ path }) => path !== '') ? owner : blame(term, wanted, view);
  });
}

/** Where any of several fields would have done, none of them is at fault, but what should have had one. */
function isSibling(term: Has, other: Expr): boolean {
  return other !== term && other.kind === 'has' && other.field !== term.field && print(other.operand) === print(term.operand);
}

function ofConditional({ test, then, otherwise }: Conditional, wanted: boolean, view: View): readonly Field[] {
  const decided = view.read(test);
  if (typeof decided !== 'boolean') { return blame(test, true, view); }
  const found = blame(decided ? then : otherwise, wanted, view);
  return found.length > 0 ? found : blame(test, !decided, view);
}

function ofCall({ name, target, args }: Call, wanted: boolean, view: View): readonly Field[] {
  if (target) { return name === 'orValue' && args.length === 1 ? ofDefault(target, args[0], wanted, view) : []; }
  if (name === '!') { return blame(args[0], !wanted, view); }
  if (!['==', '!=', '<', '<=', '>', '>='].includes(name)) { return []; }
  for (const [side, other] of [args, [...args].reverse()]) {
    if (other.kind === 'literal' && typeof other.value === 'boolean' && (name === '==' || name === '!=')) {
      return blame(side, (other.value === (name === '==')) === wanted, view);
    }
    const surplus = ofSurplus(side, other, view);
    if (surplus.length > 0) { return surplus; }
  }
  return [];
}

function ofDefault(optional: Expr, otherwise: Expr, wanted: boolean, view: View): readonly Field[] {
  const value = view.read(optional);
  if (value instanceof Optional && value.hasValue) { return within(optional, wanted, view); }
  return [...whereabouts(optional, view).fields, ...blame(otherwise, wanted, view)];
}

/** Where a filter lets more pass than it should, what passed is at fault. */
function ofSurplus(side: Expr, limit: Expr, view: View): readonly Field[] {
  const counted = side.kind === 'call' && side.name === 'size' ? side.target ?? side.args[0] : side;
  const { expr, view: inside } = view.variable(counted) ?? { expr: counted, view };
  if (expr.kind !== 'macro' || expr.name !== 'filter') { return []; }
  const sizes = [inside.read(expr), view.read(limit)].map(value => value !== undefined && isList(value) ? value.length : value);
  if (!sizes.every(size => size !== undefined && isInt(size)) || Number(sizes[0]) <= Number(sizes[1])) { return []; }
  return ofRounds(expr, false, inside);
}

function ofMacro(macro: Macro, wanted: boolean, view: View): readonly Field[] {
  switch (macro.name) {
    case 'all': return ofRounds(macro, true, view);
    case 'exists': case 'exists_one': case 'existsOne': return ofRounds(macro, false, view);
    case 'optMap': case 'optFlatMap': {
      const optional = view.read(macro.range);
      if (!(optional instanceof Optional) || !optional.hasValue) { return []; }
      return blame(macro.body, wanted, view.bound(macro.variables[0], optional.value, whereabouts(macro.range, view)));
    }
    default: return [];
  }
}

/**
 * The elements for which the body is not what it was to be. There are none where one was to be otherwise and is not: then not one of them is at
 * fault, but the whole range.
 */
function ofRounds(macro: Macro, wanted: boolean, view: View): readonly Field[] {
  const rounds = roundsOf(macro, whereabouts(macro.range, view), view);
  return rounds.filter(round => round.view.read(macro.body) !== wanted).flatMap(round => blame(macro.body, wanted, round.view));
}
