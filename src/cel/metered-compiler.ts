import { alternative } from './alternative';
import type { Call, Conditional, Expr, Has, Index, Select } from './ast';
import { Compiler } from './compiler';
import type { Places } from './compiler';
import { isConstant } from './constants';
import { callCost, LIST_COST, MAP_COST } from './cost';
import { dispatch } from './dispatch';
import { fieldReader, hasField, indexed, indexedOptional, select, selectOptional } from './fields';
import type { Run } from './frame';
import { conditional } from './logic';
import { meteredMacro } from './metered-macro';
import { Optional } from './value';
import type { Value } from './value';

/**
 * Makes functions that also count what they cost, as the API server counts while it evaluates: one for each name and each field, the size of
 * what is made or gone through, and the steps that macros are made of.
 */
export class MeteredCompiler extends Compiler {
  public override compile(expr: Expr, places: Places = new Map()): Run {
    if (isConstant(expr) || this.checked.meanings.get(expr)?.kind === 'type') { return super.compile(expr, places); }
    switch (expr.kind) {
      case 'ident': return costing(1, super.compile(expr, places));
      case 'select': return this.meteredSelect(expr, places);
      case 'has': return this.meteredHas(expr, places);
      case 'index': return this.meteredIndex(expr, places);
      case 'call': return this.meteredCall(expr, places);
      case 'list': return costing(LIST_COST, super.compile(expr, places));
      case 'map': return costing(MAP_COST, super.compile(expr, places));
      case 'conditional': return this.meteredConditional(expr, places);
      case 'macro': return meteredMacro(expr, this.parts(expr, places), this.checked.types.get(expr.body)!.kind !== 'dyn');
      default: return super.compile(expr, places);
    }
  }

  private meteredSelect({ operand, field, optional }: Select, places: Places): Run {
    const read = fieldReader(field);
    return qualified(this.operand(operand, places), optional, value =>
      optional ? selectOptional(value, field, read) : select(value, field, read));
  }

  /** The field itself is asked for at no price. */
  private meteredHas({ operand, field }: Has, places: Places): Run {
    const read = fieldReader(field);
    const run = this.operand(operand, places);
    return frame => {
      const value = run(frame);
      if (value === Optional.NONE) { frame.cost--; }
      return hasField(value, field, read);
    };
  }

  private meteredIndex({ operand, index, optional }: Index, places: Places): Run {
    const key = this.inAttribute(index, places);
    const run = this.operand(operand, places);
    return frame => {
      const value = run(frame);
      const at = key(frame);
      return qualified(() => value, optional, each => optional ? indexedOptional(each, at) : indexed(each, at))(frame);
    };
  }

  /** What a field is read from. What is no chain of names already is the beginning of one. */
  private operand(operand: Expr, places: Places): Run {
    const run = this.compile(operand, places);
    return isAttribute(operand) ? run : costing(1, run);
  }

  /** A chain of names as a part of another one, or of `a ? b : c`, is not counted as one of its own. */
  private inAttribute(expr: Expr, places: Places): Run {
    const run = this.compile(expr, places);
    return isAttribute(expr) && expr.kind !== 'conditional' && this.checked.meanings.get(expr)?.kind !== 'type' ? costing(-1, run) : run;
  }

  private meteredConditional({ test, then, otherwise }: Conditional, places: Places): Run {
    return conditional(this.compile(test, places), this.inAttribute(then, places), this.inAttribute(otherwise, places));
  }

  private meteredCall(expr: Call, places: Places): Run {
    const call = this.checked.calls.get(expr)!;
    const args = call.args.map(arg => this.compile(arg, places));
    const lazy = alternative(expr.name, args);
    if (lazy) { return lazy; }
    const isCertain = call.isOne;
    // A list that is known before is made a set of, and whether something is in it costs nothing.
    if (expr.name === 'in' && isCertain && expr.args[1].kind === 'list' && isConstant(expr.args[1])) { return dispatch(call, args); }
    const values: Value[] = [];
    const run = dispatch(call, args.map((_, i) => () => values[i]));
    return frame => {
      const given = args.map(arg => arg(frame));
      given.forEach((value, i) => { values[i] = value; });
      let result: Value | undefined;
      try {
        result = run(frame);
        return result;
      } finally {
        frame.cost += callCost({ name: call.overloads[0].name, args: given, result, isCertain });
      }
    };
  }
}

function costing(cost: number, run: Run): Run {
  return frame => {
    frame.cost += cost;
    return run(frame);
  };
}

/** One step along a chain. Where it might not be possible it counts only if it is. */
function qualified(operand: Run, optional: boolean, step: (value: Value) => Value): Run {
  return frame => {
    const value = operand(frame);
    if (!optional && !(value instanceof Optional)) {
      frame.cost++;
      return step(value);
    }
    const found = step(value);
    if (found !== Optional.NONE) { frame.cost++; }
    return found;
  };
}

function isAttribute(expr: Expr): boolean {
  return expr.kind === 'ident' || expr.kind === 'select' || expr.kind === 'index' || expr.kind === 'conditional';
}
