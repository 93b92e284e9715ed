import type { Call, Expr } from '../../../src/cel/ast';
import { childrenOf, mapChildren } from '../../../src/cel/children';
import { print } from '../../../src/cel/print';

/** An expression with one small change, and what was changed: `a < b → a <= b`, `without a`. */
export interface Mutant {
  readonly expr: Expr;
  readonly change: string;
}

const OTHER_SIGNS: { readonly [sign: string]: readonly string[] } = {
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  'startsWith': ['endsWith'],
  'endsWith': ['startsWith'],
};

/** Methods that only say what an optional holds; without them the types no longer go together, or nothing is changed. */
const OF_OPTIONALS = ['or', 'orValue', 'hasValue', 'value'];

/** Beyond every number in a rule. */
const FAR = 1_000_000_007;

/** Every small change of an expression, each by itself. Not all of them compile: a part may be of another type after it. */
export function mutantsOf(expr: Expr): readonly Mutant[] {
  return [...changedHere(expr), ...childrenOf(expr).flatMap((child, at) => isChangedFromOutside(child, expr) ? [] : changedInside(expr, child, at))];
}

function changedInside(expr: Expr, child: Expr, at: number): readonly Mutant[] {
  return mutantsOf(child).map(({ expr: changed, change }) => {
    let place = 0;
    return { expr: mapChildren(expr, each => place++ === at ? changed : each), change };
  });
}

/** What is left out of a list differs enough, and defaults have their own changes. */
function isChangedFromOutside(child: Expr, parent: Expr): boolean {
  return child.kind === 'literal' && (parent.kind === 'list' || (parent.kind === 'call' && parent.name === 'orValue' && typeof child.value === 'number'));
}

function changedHere(expr: Expr): readonly Mutant[] {
  const into = (...changed: Expr[]) => changed.map(each => ({ expr: each, change: `${print(expr)} → ${print(each)}` }));
  const without = <T>(parts: readonly T[], shown: (part: T) => Expr, of: (kept: readonly T[]) => Expr) => (
    parts.map(part => ({ expr: of(parts.filter(each => each !== part)), change: `without ${print(shown(part))}` }))
  );
  switch (expr.kind) {
    case 'literal': return into(...otherValues(expr.value).map(value => ({ ...expr, value })));
    case 'call': return into(...otherCalls(expr));
    case 'select': return into(expr.operand);
    case 'conditional': return into(expr.then, expr.otherwise);
    case 'and': case 'or': return [
      ...into({ ...expr, kind: expr.kind === 'and' ? 'or' : 'and' }),
      ...without(expr.terms, term => term, terms => terms.length === 1 ? terms[0] : { ...expr, terms }),
    ];
    case 'list': return without(expr.elements, ({ value }) => value, elements => ({ ...expr, elements }));
    case 'map': return without(expr.entries, ({ key }) => key, entries => ({ ...expr, entries }));
    case 'macro': return [
      ...into(...(expr.name === 'all' ? [{ ...expr, name: 'exists' as const }] : [])),
      ...into(...(expr.name === 'exists' || expr.name === 'exists_one' ? [{ ...expr, name: 'all' as const }] : [])),
      ...into(...(expr.name === 'filter' ? [expr.range] : [])),
      ...into(...(expr.filter ? [{ ...expr, filter: undefined }] : [])),
    ];
    case 'ident': case 'has': case 'index': return [];
  }
}

function otherCalls(call: Call): readonly Expr[] {
  const signs = (OTHER_SIGNS[call.name] ?? []).map(name => ({ ...call, name }));
  if (call.name === '!') { return [call.args[0]]; }
  if (call.name === '+') { return [...signs, ...call.args]; }
  if (call.name === 'in') { return [{ kind: 'call', name: '!', args: [call], at: call.at }]; }
  if (call.name === 'orValue') { return otherDefaults(call); }
  return call.target && !OF_OPTIONALS.includes(call.name) ? [...signs, call.target] : signs;
}

/** What stands for nothing said is nothing, or so much that it matters. */
function otherDefaults(call: Call): readonly Expr[] {
  const [value] = call.args;
  if (value.kind !== 'literal' || typeof value.value !== 'number') { return []; }
  return [{ ...call, args: [{ ...value, value: value.value === 0 ? FAR : 0 }] }];
}

/** Nothing for an empty text: it stands for what is left out. */
function otherValues(value: unknown): readonly (boolean | number | string)[] {
  if (typeof value === 'boolean') { return [!value]; }
  if (typeof value === 'number') { return [value + 1, value - 1]; }
  return typeof value === 'string' && value !== '' ? [''] : [];
}
