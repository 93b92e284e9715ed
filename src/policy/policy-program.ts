import { COMMON, variablesType } from './policy-cel-types';
import { NamedExpression, PolicyExpression, PolicySpec } from './policy-spec';
import { ruleEnvironment } from './rule-program';
import type { Expr } from '../cel/ast';
import { CelError } from '../cel/cel-error';
import { childrenOf } from '../cel/children';
import { freeNames } from '../cel/free-names';
import { parse } from '../cel/parse';
import type { CelProgram } from '../cel/program';
import { BOOL, DYN, showType, STRING, Type } from '../cel/type';
import { withoutCredentials } from '../kube/credential';

/** An expression of a policy, ready to run. */
export interface PolicyPart extends PolicyExpression {
  readonly program: CelProgram;
}

export interface NamedPart extends PolicyPart {
  readonly name: string;
}

/** A validation, ready to run; without its condition where only the cluster can judge that. */
export interface ValidationPart extends PolicyExpression {
  readonly condition?: PolicyPart;
  readonly message?: string;
  readonly messageExpression?: PolicyPart;
}

/** Asks the cluster who may do what, which nobody knows at synthesis. */
const AUTHORIZER = 'authorizer';

/** The expressions of a policy, compiled as the API server compiles those of a new one. */
export class PolicyProgram {
  public readonly conditions: readonly NamedPart[];
  public readonly variables: readonly NamedPart[];
  public readonly validations: readonly ValidationPart[];
  public readonly annotations: readonly PolicyPart[];
  /** What the API server would refuse, each with the place in the text. */
  public readonly problems: string[] = [];
  /** Paths of expressions that only the cluster can judge. */
  public readonly unjudgeable: string[] = [];
  /** Whether it cannot even be told which requests it judges. */
  public readonly isUnjudgeable: boolean;

  private readonly types: { readonly [name: string]: Type };
  /** Names of variables that only the cluster has values for. */
  private readonly unknown = new Set<string>();

  /** @param minor the minor version of the cluster, which decides what expressions may use */
  constructor(public readonly spec: PolicySpec, private readonly minor: number) {
    this.types = { ...COMMON, ...(spec.paramKind ? { params: DYN } : {}) };
    this.conditions = spec.matchConditions.flatMap(each => this.named(each, this.types, BOOL));
    this.isUnjudgeable = this.unjudgeable.length > 0;
    const fields: { [name: string]: Type } = {};
    this.variables = spec.variables.flatMap(each => {
      const parts = this.named(each, this.typesWith(fields));
      fields[each.name] = parts[0]?.program.type ?? DYN;
      if (parts.length === 0) { this.unknown.add(each.name); }
      return parts;
    });
    const types = this.typesWith(fields);
    this.validations = spec.validations.map(({ path, text, message, messageExpression }): ValidationPart => ({
      path,
      text,
      condition: this.part({ path, text }, types, BOOL),
      ...(message === undefined ? {} : { message }),
      ...(messageExpression ? { messageExpression: this.part(messageExpression, types, STRING) } : {}),
    }));
    this.annotations = spec.auditAnnotations.flatMap(each => this.part(each, types, undefined, ['string', 'null_type']) ?? []);
  }

  /** The expression behind each variable, for whoever looks for the field at fault. */
  public get behind(): { readonly [name: string]: Expr } {
    return Object.fromEntries(this.variables.map(({ name, program }) => [name, program.expr]));
  }

  /** Where a policy has no variables, there is nothing by that name. */
  private typesWith(fields: { readonly [name: string]: Type }): { readonly [name: string]: Type } {
    return this.spec.variables.length > 0 ? { ...this.types, variables: variablesType({ ...fields }) } : this.types;
  }

  private named({ name, ...expression }: NamedExpression, types: { readonly [name: string]: Type }, expected?: Type): NamedPart[] {
    const part = this.part(expression, types, expected);
    return part ? [{ ...part, name }] : [];
  }

  private part(
    expression: PolicyExpression, types: { readonly [name: string]: Type }, expected?: Type, among?: readonly string[],
  ): PolicyPart | undefined {
    const { path, text } = expression;
    try {
      const expr = parse(text);
      if (this.asksCluster(expr)) {
        this.unjudgeable.push(path);
        return undefined;
      }
      const program = ruleEnvironment(this.minor).compile(text, types, expected);
      if (among && !among.includes(showType(program.type))) {
        throw new CelError(`expression has another type: got ${showType(program.type)}, expected ${among.join(' or ')}`, text, 0);
      }
      return { path, text, program };
    } catch (error) {
      if (!(error instanceof CelError)) { throw error; }
      this.problems.push(`${this.spec.shown}: ${path} cannot be taken: ${withoutCredentials(error.message)}`);
      return undefined;
    }
  }

  private asksCluster(expr: Expr): boolean {
    return freeNames(expr).has(AUTHORIZER) || variablesIn(expr).some(name => this.unknown.has(name));
  }
}

function variablesIn(expr: Expr): string[] {
  const below = childrenOf(expr).flatMap(variablesIn);
  const isOne = expr.kind === 'select' && expr.operand.kind === 'ident' && expr.operand.name === 'variables';
  return isOne ? [expr.field, ...below] : below;
}
