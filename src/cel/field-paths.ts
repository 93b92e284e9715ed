import type { Expr } from './ast';
import { blame } from './blame';
import { Evaluate, Sight, View } from './sight';

/**
 * The paths of the fields because of which an expression is not true, the most telling first: those of the innermost loop's element, and
 * among them those with the most steps. None where it speaks of no field.
 *
 * @param evaluate is asked with the nodes of the tree themselves, so that it may remember what it made of each; whatever it throws means
 * that the part has no value
 * @param variables the expression behind each `variables.name`, in the order of the policy
 */
export function faultyPaths(
  expr: Expr, scope: Sight, evaluate: Evaluate, variables: { readonly [name: string]: Expr } = {},
): readonly string[] {
  const fields = blame(expr, true, View.of(scope, evaluate, variables)).filter(({ path }) => path !== '');
  const ranked = [...fields].sort((a, b) => b.loops - a.loops || b.steps - a.steps);
  return [...new Set(ranked.map(({ path }) => path))];
}
