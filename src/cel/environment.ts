import type { Expr } from './ast';
import { CelError } from './cel-error';
import { Checker } from './checker';
import { Compiler } from './compiler';
import { refuseConstantFaults } from './constant-faults';
import { refuseFormatFaults } from './constant-formats';
import { FunctionTable } from './function-table';
import { LIBRARIES } from './libraries';
import { MACROS } from './macro-table';
import { MeteredCompiler } from './metered-compiler';
import { nearest } from './nearest';
import { parse } from './parse';
import { print } from './print';
import { CelProgram } from './program';
import { CROSS_TYPE_ORDERING, STANDARD } from './standard/standard-library';
import { showType, Type } from './type';
import { typeNames } from './type-names';
import { isSame } from './type-relations';

const ALL = [STANDARD, CROSS_TYPE_ORDERING, ...LIBRARIES];

/** Optionals came to the language itself with this environment. */
const OPTIONALS = 28;

const environments = new Map<number, CelEnvironment>();

/**
 * What expressions may use, by the minor version of Kubernetes that brought it. A cluster of 1.N compiles new expressions with the environment of
 * the version before, so that it can be rolled back.
 */
export class CelEnvironment {
  public static of(minor: number): CelEnvironment {
    let environment = environments.get(minor);
    if (!environment) {
      environment = new CelEnvironment(minor);
      environments.set(minor, environment);
    }
    return environment;
  }

  private readonly functions: FunctionTable;
  private readonly types: ReadonlyMap<string, Type>;

  private constructor(public readonly minor: number) {
    this.functions = new FunctionTable(ALL, minor);
    this.types = typeNames(ALL.filter(({ since }) => since <= minor));
  }

  /**
   * Reads an expression, and finds the type of each of its parts.
   *
   * @param source the text, or a tree
   * @param variables the types of the names that it may use
   * @param expected the type that it must have
   * @throws CelError if it cannot be read, or if its types do not go together
   */
  public compile(source: string | Expr, variables: { readonly [name: string]: Type }, expected?: Type): CelProgram {
    const expr = typeof source === 'string' ? parse(source) : source;
    const text = typeof source === 'string' ? source : print(source);
    const checker = new Checker({
      source: text,
      hasOptionals: this.minor >= OPTIONALS,
      types: this.types,
      overloads: name => this.functions.named(name) ?? [],
      missing: what => this.missing(what),
      hasMacro: (name, count) => (MACROS.get(`${name}/${count}`) ?? 0) <= this.minor,
    });
    const checked = checker.check(expr, new Map(Object.entries(variables)));
    if (expected && !isSame(checked.type, expected)) {
      throw new CelError(`expression has another type: got ${showType(checked.type)}, expected ${showType(expected)}`, text, expr.at);
    }
    refuseConstantFaults(expr, text, this.minor, checked.calls);
    refuseFormatFaults(expr, text, checked.types);
    return new CelProgram(expr, checked.type, new Compiler(checked).compile(expr), () => new MeteredCompiler(checked).compile(expr));
  }

  private missing(what: string): string {
    const since = SIGNS.get(what) ?? MACRO_SINCE.get(what) ?? this.functions.later(what)[0]?.since;
    if (since !== undefined && since > this.minor) { return `"${what}" needs Kubernetes 1.${since + 1} or newer: got 1.${this.minor + 1}`; }
    const near = nearest(what, this.functions.names());
    return `function is unknown: got ${what}${near.length > 0 ? `, expected ${near.join(', ')} or another` : ''}; correct its name, or how it is called`;
  }
}

const SIGNS: ReadonlyMap<string, number> = new Map(['.?', '[?', '?'].map(sign => [sign, OPTIONALS]));
const MACRO_SINCE: ReadonlyMap<string, number> = new Map([...MACROS].map(([key, since]) => {
  const [name, count] = key.split('/');
  return [count === '2' && (name === 'all' || name === 'exists' || name === 'exists_one') ? `${name} with two variables` : name, since];
}));
