import { alternative } from './alternative';
import type { Expr, ListExpr, Macro, MapExpr } from './ast';
import type { Checked } from './checked';
import { dispatch } from './dispatch';
import { fieldReader, hasField, indexed, indexedOptional, select, selectOptional } from './fields';
import type { Run } from './frame';
import { conditional, logic } from './logic';
import { MACRO_RUNS, MacroRun } from './macro-runs';
import { measured } from './measured';
import { optionalChain, valueOrOther } from './optional-chain';
import { keyOf, mapFrom } from './standard/keys';
import { fault, Optional, TypeValue, Value } from './value';

/** Places of the variables of the macros around a node. */
export type Places = ReadonlyMap<string, number>;

/** Makes functions of a checked tree: each node once, so that an evaluation only calls. */
export class Compiler {
  constructor(protected readonly checked: Checked) {}

  public compile(expr: Expr, places: Places = new Map()): Run {
    const meaning = this.checked.meanings.get(expr);
    if (meaning) { return meaning.kind === 'type' ? constant(new TypeValue(meaning.type)) : variable(meaning.name, places); }
    const part = (child: Expr) => this.compile(child, places);
    switch (expr.kind) {
      case 'literal': return constant(expr.value);
      case 'select': return this.select(expr.field, expr.optional, part(expr.operand));
      case 'has': return has(expr.field, part(expr.operand));
      case 'index': return index(expr.optional, part(expr.operand), part(expr.index));
      case 'call': {
        // Nothing is in an empty list, not even an error.
        if (expr.name === 'in' && isEmptyList(expr.args[1])) { return constant(false); }
        const call = this.checked.calls.get(expr)!;
        const chain = expr.name === 'orValue' && expr.args.length === 1 && expr.target ? optionalChain(expr.target) : undefined;
        if (chain) { return valueOrOther(part(chain.operand), chain.fields, part(expr.args[0])); }
        const args = call.args.map(part);
        return alternative(expr.name, args) ?? measured(this.checked.types.get(expr)!, dispatch(call, args));
      }
      case 'list': return list(expr, part);
      case 'map': return map(expr, part);
      case 'and': case 'or': return logic(expr.terms.map(part), expr.kind === 'or');
      case 'conditional': return conditional(part(expr.test), part(expr.then), part(expr.otherwise));
      case 'macro': return this.macro(expr, places);
      case 'ident': throw new TypeError(`name has no meaning: got ${expr.name}`);
    }
  }

  private select(field: string, isOptional: boolean, operand: Run): Run {
    const read = fieldReader(field);
    return isOptional ? frame => selectOptional(operand(frame), field, read) : frame => select(operand(frame), field, read);
  }

  private macro(macro: Macro, places: Places): Run {
    return MACRO_RUNS[macro.name](this.parts(macro, places));
  }

  /** The parts of a macro, with places for its variables behind those of the macros around it. */
  protected parts({ range, variables, filter, body }: Macro, places: Places): MacroRun {
    const first = places.size === 0 ? 0 : Math.max(...places.values()) + 1;
    const own = variables.map((_, i) => first + i);
    const inside = new Map([...places, ...variables.map((variable_, i) => [variable_, own[i]] as const)]);
    return {
      range: this.compile(range, places), places: own, body: this.compile(body, inside), ...(filter ? { filter: this.compile(filter, inside) } : {}),
    };
  }
}

function isEmptyList(expr: Expr): boolean {
  return expr.kind === 'list' && expr.elements.length === 0;
}

function constant(value: Value): Run {
  return () => value;
}

function variable(name: string, places: Places): Run {
  const place = places.get(name);
  if (place !== undefined) { return frame => frame.locals[place]; }
  const own = name.replace(/^\./, '');
  return ({ values }) => {
    const value = values[own];
    return value === undefined ? fault(`no such attribute: ${own}`) : value;
  };
}

function has(field: string, operand: Run): Run {
  const read = fieldReader(field);
  return frame => hasField(operand(frame), field, read);
}

function index(isOptional: boolean, operand: Run, key: Run): Run {
  return isOptional ? frame => indexedOptional(operand(frame), key(frame)) : frame => indexed(operand(frame), key(frame));
}

function list({ elements }: ListExpr, part: (child: Expr) => Run): Run {
  const runs = elements.map(({ value, optional }) => ({ run: part(value), optional }));
  return frame => {
    const values: Value[] = [];
    for (const { run, optional } of runs) {
      const value = run(frame);
      if (!optional) { values.push(value); } else if (unwrap(value).hasValue) { values.push(unwrap(value).value); }
    }
    return values;
  };
}

function map({ entries }: MapExpr, part: (child: Expr) => Run): Run {
  const runs = entries.map(({ key, value, optional }) => ({ key: part(key), value: part(value), optional }));
  return frame => {
    // Of two entries with one key the later counts, as in cel-go.
    const all = new Map<string, readonly [Value, Value]>();
    for (const { key, value, optional } of runs) {
      const [name, given] = [key(frame), value(frame)];
      if (!optional) { all.set(keyOf(name), [name, given]); } else if (unwrap(given).hasValue) { all.set(keyOf(name), [name, unwrap(given).value]); }
    }
    return mapFrom(all.values());
  };
}

function unwrap(value: Value): Optional {
  return value instanceof Optional ? value : fault('no such overload');
}
