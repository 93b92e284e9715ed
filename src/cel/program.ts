import type { Expr } from './ast';
import { spend } from './frame';
import type { Frame, Run } from './frame';
import type { Type } from './type';
import { Fault, fault } from './value';
import type { Value } from './value';

/** What became of an evaluation: a value, or why there is none. */
export interface Measured {
  readonly value?: Value;
  readonly fault?: string;
  readonly cost: number;
}

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
   * Evaluates the expression and counts what that costs, in one go. It ends as soon as that is more than it may cost, whatever `||` has found
   * meanwhile.
   *
   * @param most what it may cost
   */
  public measured(values: { readonly [name: string]: Value }, most: number): Measured {
    const frame = new LimitedFrame(values, most);
    this.meter ??= this.metered();
    try {
      const value = guarded(this.meter, frame);
      spend(frame, 0);
      return { value, cost: frame.cost };
    } catch (error) {
      if (error instanceof Fault) { return { fault: error.message, cost: frame.cost }; }
      if (error === TOO_DEAR) { return { fault: TOO_DEAR.message, cost: frame.cost }; }
      throw error;
    }
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

/** No `Fault`, which `||` would catch. */
const TOO_DEAR = new Error('operation cancelled: actual cost limit exceeded');

class LimitedFrame implements Frame {
  public readonly locals: Value[] = [];
  public steps = 0;
  private spent = 0;

  constructor(public readonly values: { readonly [name: string]: Value }, private readonly most: number) {}

  public get cost(): number {
    return this.spent;
  }

  public set cost(cost: number) {
    this.spent = cost;
    if (cost > this.most) { throw TOO_DEAR; }
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
