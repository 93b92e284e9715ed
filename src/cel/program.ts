import type { Expr } from './ast';
import { spend } from './frame';
import type { Frame, Run } from './frame';
import type { Type } from './type';
import { Fault, fault } from './value';
import type { Value } from './value';

/** An expression that was checked, ready to be evaluated as often as one likes. */
export class CelProgram {
  private meter?: Run;

  constructor(
    public readonly expr: Expr,
    /** The static type of what it gives. */
    public readonly type: Type,
    private readonly run: Run,
    /** The same, counting what it costs. Made only for those who ask. */
    private readonly metered: () => Run,
  ) {}

  /**
   * Evaluates the expression.
   *
   * @param values a value for each variable; plain JSON, as it is
   * @throws Fault if it cannot be evaluated with these values
   */
  public evaluate(values: { readonly [name: string]: Value }): Value {
    const frame = frameOf(values);
    const value = guarded(this.run, frame);
    // Too long is too long, also where `||` has found something else meanwhile.
    spend(frame, 0);
    return value;
  }

  /**
   * What an evaluation costs by the API server's own count, also where it ends with an error.
   *
   * @see EXPRESSION_COST_LIMIT
   */
  public cost(values: { readonly [name: string]: Value }): number {
    const frame = frameOf(values);
    this.meter ??= this.metered();
    try {
      guarded(this.meter, frame);
    } catch (error) {
      if (!(error instanceof Fault)) { throw error; }
    }
    return frame.cost;
  }
}

function frameOf(values: { readonly [name: string]: Value }): Frame {
  return { values, locals: [], steps: 0, cost: 0 };
}

/** What JavaScript itself cannot hold or nest is an error of the expression, not of the program that evaluates it. */
function guarded(run: Run, frame: Frame): Value {
  try {
    return run(frame);
  } catch (error) {
    if (error instanceof RangeError) { return fault(`evaluation needs too much memory: ${error.message}`); }
    throw error;
  }
}
