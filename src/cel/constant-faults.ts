import type { Call, Expr } from './ast';
import { CelError } from './cel-error';
import type { Resolved } from './checked';
import { childrenOf } from './children';
import { isConversion } from './constants';
import { dispatch } from './dispatch';
import { patternOf } from './standard/pattern';
import { Fault } from './value';
import type { Value } from './value';

/** From here on the server itself looks at what stands in these calls, also where folding would not reach it. */
const VALIDATED_SINCE = 29;

const PATTERNS: ReadonlySet<string> = new Set(['matches', 'find', 'findAll']);

/**
 * Refuses an expression with a constant that could only ever fail, such as `duration('5 minutes')` or a pattern that is none: the API server
 * refuses the policy too, rather than to let it fail at each request.
 *
 * @throws CelError at the constant
 */
export function refuseConstantFaults(expr: Expr, source: string, minor: number, calls: ReadonlyMap<Expr, Resolved>): void {
  const refuse = (at: Expr, why: string): never => {
    throw new CelError(`constant can only fail: got ${why}; correct it`, source, at.at);
  };
  /** The value of a constant, or of a conversion of one; nothing for everything else. */
  const constantOf = (node: Expr): Value | undefined => {
    if (node.kind === 'literal') { return node.value; }
    if (!isConversion(node)) { return undefined; }
    const value = constantOf(node.args[0]);
    const call = calls.get(node);
    if (value === undefined || !call) { return undefined; }
    return faultless(node.args[0], () => dispatch(call, [() => value])({ values: {}, locals: [], steps: 0, cost: 0 }));
  };
  const faultless = <T>(at: Expr, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof Fault) { return refuse(at, error.message); }
      throw error;
    }
  };
  const visit = (node: Expr): void => {
    constantOf(node);
    if (node.kind === 'call') {
      for (const pattern of patternsOf(node, minor)) {
        const text = constantOf(pattern);
        if (typeof text === 'string') { faultless(pattern, () => patternOf(text)); }
      }
    }
    if (node.kind === 'index' && node.index.kind === 'literal' && node.index.value === null) { refuse(node.index, 'null as an index'); }
    childrenOf(node).forEach(visit);
  };
  visit(expr);
}

/** What is read as a pattern. Of the function `matches(text, pattern)` the server's own look takes the text for one as well. */
function patternsOf({ name, target, args }: Call, minor: number): readonly Expr[] {
  if (!PATTERNS.has(name)) { return []; }
  if (target) { return args.slice(0, 1); }
  return name === 'matches' && minor >= VALIDATED_SINCE ? args.slice(0, 2) : args.slice(1, 2);
}
