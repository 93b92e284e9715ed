import type { Expr, Macro } from './ast';
import { freeNames } from './free-names';
import { inLoop, NOWHERE, Place, placeAt } from './place';
import { isObject } from './value';
import type { Value } from './value';

/** What an expression sees: the value of each of its free names, and the path of the field where that stands. */
export interface Sight {
  readonly values: { readonly [name: string]: Value };
  /** The whole object stands at the empty path. A name without a path is no part of the object. */
  readonly paths: { readonly [name: string]: string };
}

/** Evaluates a part of an expression, with a value for each of its free names. */
export type Evaluate = (part: Expr, values: { readonly [name: string]: Value }) => Value;

/** A variable of the policy: its expression, and what that sees. */
export interface Behind {
  readonly expr: Expr;
  readonly view: View;
}

interface Seen {
  readonly value?: Value;
  readonly place: Place;
}

/** What one part of an expression sees, inside the loops around it. */
export class View {
  /** Each of the variables sees those before it, as in a policy. */
  public static of({ values, paths }: Sight, evaluate: Evaluate, variables: { readonly [name: string]: Expr } = {}): View {
    const names = new Map<string, Seen>(Object.entries(values).map(([name, value]) => [name, { value, place: NOWHERE }]));
    for (const [name, path] of Object.entries(paths)) { names.set(name, { ...names.get(name), place: placeAt(path) }); }
    return Object.entries(variables).reduce((view, [name, expr]) => view.withVariable(name, expr), new View(evaluate, names, 0, new Map()));
  }

  private constructor(
    private readonly evaluate: Evaluate,
    private readonly names: ReadonlyMap<string, Seen>,
    private readonly loops: number,
    private readonly behind: ReadonlyMap<string, Behind>,
  ) {}

  /** The value of a part; nothing where it has none. */
  public read(part: Expr): Value | undefined {
    const values: { [name: string]: Value } = {};
    for (const name of freeNames(part)) {
      const value = this.names.get(name)?.value;
      if (value !== undefined) { values[name] = value; }
    }
    try {
      return this.evaluate(part, values);
    } catch {
      // Whatever is wrong with a part, the finding about the whole must come through.
      return undefined;
    }
  }

  public placeOf(name: string): Place {
    return this.names.get(name.replace(/^\./, ''))?.place ?? NOWHERE;
  }

  /** What is behind `variables.name`. */
  public variable(expr: Expr): Behind | undefined {
    if (expr.kind !== 'select' || expr.operand.kind !== 'ident') { return undefined; }
    return expr.operand.name.replace(/^\./, '') === 'variables' ? this.behind.get(expr.field) : undefined;
  }

  /** Inside a loop, in the round of one element: a list is gone over by its values, a map by its keys. */
  public round({ variables }: Macro, key: Value, value: Value, isMap: boolean, place: Place): View {
    const seen = inLoop(place, this.loops + 1);
    const values = variables.length === 2 ? [key, value] : [isMap ? key : value];
    return this.with(variables.map((name, i) => [name, { value: values[i], place: seen }]), this.loops + 1);
  }

  /** With a name for a value, without a loop. */
  public bound(name: string, value: Value | undefined, place: Place): View {
    return this.with([[name, { value, place }]], this.loops);
  }

  /** Where the variables of a macro have no values, since no element is looked at. */
  public outside({ variables }: Macro): View {
    return this.with(variables.map(name => [name, { place: NOWHERE }]), this.loops);
  }

  private with(seen: readonly (readonly [string, Seen])[], loops: number): View {
    const hides = seen.some(([name]) => name === 'variables');
    return new View(this.evaluate, new Map([...this.names, ...seen]), loops, hides ? new Map() : this.behind);
  }

  private withVariable(name: string, expr: Expr): View {
    const before = this.names.get('variables')?.value;
    const known = before !== undefined && isObject(before) ? before : {};
    const value = Object.hasOwn(known, name) ? known[name] : this.read(expr);
    const names = new Map(this.names).set('variables', { value: value === undefined ? known : { ...known, [name]: value }, place: NOWHERE });
    return new View(this.evaluate, names, this.loops, new Map(this.behind).set(name, { expr, view: this }));
  }
}
