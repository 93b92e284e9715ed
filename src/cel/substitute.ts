import type { Expr, Macro } from './ast';
import { mapChildren } from './children';
import { freeNames } from './free-names';

/**
 * The expression with others in place of some of its free names. Variables of macros that would catch a name of what is put in are called
 * something else.
 */
export function substitute(expr: Expr, replacements: { readonly [name: string]: Expr }): Expr {
  if (expr.kind === 'ident') {
    const name = expr.name.replace(/^\./, '');
    return Object.hasOwn(replacements, name) ? replacements[name] : expr;
  }
  return expr.kind === 'macro' ? inMacro(expr, replacements) : mapChildren(expr, child => substitute(child, replacements));
}

function inMacro(macro: Macro, replacements: { readonly [name: string]: Expr }): Expr {
  const inside = Object.fromEntries(Object.entries(replacements).filter(([name]) => !macro.variables.includes(name)));
  const coming = new Set(Object.values(inside).flatMap(expr => [...freeNames(expr)]));
  const taken = new Set([...coming, ...freeNames(macro.body), ...(macro.filter ? freeNames(macro.filter) : []), ...macro.variables]);
  const renamed: { [name: string]: Expr } = {};
  const variables = macro.variables.map(variable => {
    if (!coming.has(variable)) { return variable; }
    const name = unused(variable, taken);
    taken.add(name);
    renamed[variable] = { kind: 'ident', name, at: macro.at };
    return name;
  });
  const change = (part: Expr) => substitute(part, { ...inside, ...renamed });
  return {
    ...macro,
    variables,
    range: substitute(macro.range, replacements),
    ...(macro.filter ? { filter: change(macro.filter) } : {}),
    body: change(macro.body),
  };
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}${number}`)) { number++; }
  return `${name}${number}`;
}
