import { Element, expressionFor, Rule } from './rule';
import type { ElementView } from './rule-elements';
import type { Expr } from '../cel/ast';
import { CelEnvironment } from '../cel/environment';
import { faultyPaths } from '../cel/field-paths';
import type { CelProgram } from '../cel/program';
import { BOOL, DYN, Type } from '../cel/type';
import { Fault } from '../cel/value';

/** The names of which an expression may speak, by what it is about. */
export const NAMES: { readonly [element in Element]: readonly string[] } = {
  pod: ['pod', 'meta'],
  meta: ['pod', 'meta'],
  container: ['container', 'pod', 'meta'],
  volume: ['volume', 'pod', 'meta'],
  object: ['object'],
};

/** Below it there are no optionals, without which a rule about fields that may be missing cannot be read. */
const LOWEST_ENVIRONMENT = 29;

/** The environment in which the rules for one minor version of the cluster are compiled. */
export function ruleEnvironment(minor: number): CelEnvironment {
  // The API server compiles new expressions with the environment of the version before its own.
  return CelEnvironment.of(Math.max(LOWEST_ENVIRONMENT, minor - 1));
}

export function typesOf(on: Element): { readonly [name: string]: Type } {
  return Object.fromEntries(NAMES[on].map(name => [name, DYN]));
}

/** What became of one element before one rule. */
export interface Judgement {
  readonly holds: boolean;
  /** Why the expression could not be evaluated: the manifest has another shape than the API server takes. */
  readonly fault?: string;
}

const HOLDS: Judgement = { holds: true };
const FAILS: Judgement = { holds: false };

/** One rule, compiled for one minor version of the cluster. */
export class RuleProgram {
  /** Nothing where the rule is not judged in that version. */
  public static for(rule: Rule, minor: number): RuleProgram | undefined {
    const text = expressionFor(rule, minor);
    return text === undefined ? undefined : new RuleProgram(rule, ruleEnvironment(minor).compile(text, typesOf(rule.on), BOOL), minor);
  }

  private readonly parts = new WeakMap<Expr, ReadonlyMap<string, CelProgram>>();

  private constructor(public readonly rule: Rule, private readonly program: CelProgram, private readonly minor: number) {}

  public judge({ values }: ElementView): Judgement {
    try {
      return this.program.evaluate(values) === true ? HOLDS : FAILS;
    } catch (error) {
      if (error instanceof Fault) { return { holds: false, fault: error.message }; }
      throw error;
    }
  }

  /** The fields at fault where the rule does not hold, the most telling first; the element itself where none can be told. */
  public fieldsOf({ values, paths }: ElementView): readonly string[] {
    const names = NAMES[this.rule.on];
    const only = <T>(all: { readonly [name: string]: T }) => Object.fromEntries(names.map(name => [name, all[name]]));
    const found = faultyPaths(this.program.expr, { values: only(values), paths: only(paths) }, (part, bound) => (
      this.partOf(part, Object.keys(bound)).evaluate(bound)
    ));
    return found.length > 0 ? found : [paths[names[0]]].filter(path => path !== '');
  }

  /** A part of the expression, compiled: large inputs depart from one rule at the same part over and over. */
  private partOf(part: Expr, names: readonly string[]): CelProgram {
    const key = names.join(' ');
    const known = this.parts.get(part)?.get(key);
    if (known) { return known; }
    const program = ruleEnvironment(this.minor).compile(part, Object.fromEntries(names.map(name => [name, DYN])));
    this.parts.set(part, new Map(this.parts.get(part)).set(key, program));
    return program;
  }
}
