import type { Expr, Macro, MacroName } from './ast';
import { CelError } from './cel-error';

/** How many variables a macro binds, and how many arguments follow them: the last is the body, one before it a filter. */
interface Form {
  readonly variables: 1 | 2;
  readonly args: readonly (1 | 2)[];
}

const FORMS: { readonly [name in MacroName]: readonly Form[] } = {
  all: [{ variables: 1, args: [1] }, { variables: 2, args: [1] }],
  exists: [{ variables: 1, args: [1] }, { variables: 2, args: [1] }],
  exists_one: [{ variables: 1, args: [1] }, { variables: 2, args: [1] }],
  existsOne: [{ variables: 2, args: [1] }],
  map: [{ variables: 1, args: [1, 2] }],
  filter: [{ variables: 1, args: [1] }],
  optMap: [{ variables: 1, args: [1] }],
  optFlatMap: [{ variables: 1, args: [1] }],
  sortBy: [{ variables: 1, args: [1] }],
  transformList: [{ variables: 2, args: [1, 2] }],
  transformMap: [{ variables: 2, args: [1, 2] }],
  transformMapEntry: [{ variables: 2, args: [1, 2] }],
};

/** The macro that a method call is; nothing where it is an ordinary call. `source` is for errors. */
export function macroOf(target: Expr, name: string, args: readonly Expr[], at: number, source: string): Macro | undefined {
  if (!Object.hasOwn(FORMS, name)) { return undefined; }
  const macro = name as MacroName;
  const form = FORMS[macro].find(({ variables, args: counts }) => counts.some(count => variables + count === args.length));
  if (!form) { return undefined; }
  const variables = args.slice(0, form.variables).map(arg => variableOf(arg, macro, source));
  if (variables.length === 2 && variables[0] === variables[1]) {
    throw new CelError(`the two variables of ${macro} have one name: got ${variables[0]}; give one of them another`, source, args[1].at);
  }
  const rest = args.slice(form.variables);
  return {
    kind: 'macro', name: macro, range: target, variables, ...(rest.length === 2 ? { filter: rest[0] } : {}), body: rest[rest.length - 1], at,
  };
}

function variableOf(arg: Expr, macro: MacroName, source: string): string {
  if (arg.kind === 'ident' && !arg.name.startsWith('.')) { return arg.name; }
  throw new CelError(`variable of ${macro} is no name: expected a plain name such as x; write list.${macro}(x, …)`, source, arg.at);
}
