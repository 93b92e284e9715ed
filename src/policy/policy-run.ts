import type { PolicyPart, PolicyProgram } from './policy-program';
import { ruleEnvironment } from './rule-program';
import { EXPRESSION_COST_LIMIT, POLICY_COST_LIMIT } from '../cel/cost';
import { faultyPaths } from '../cel/field-paths';
import { DYN } from '../cel/type';
import { Fault, Value } from '../cel/value';

/** One object before one policy, with one parameter. */
export interface PolicyInput {
  readonly object: Value;
  readonly request: Value;
  /** Null for an object of the cluster. */
  readonly namespaceObject: Value;
  /** Null where the policy has none. */
  readonly params: Value;
}

/** One refusal. */
export interface PolicyVerdict {
  /** Which validation it is; nothing where it is the policy as a whole. */
  readonly index?: number;
  /** What the API server would say. */
  readonly message: string;
  /** The field at fault, where one can be told. */
  readonly field?: string;
  /** Why it is refused though nothing says that it breaks a rule: an expression has no value. */
  readonly isFault?: boolean;
  /** It refuses whatever the binding says. */
  readonly isAlways?: boolean;
}

/** What all match conditions of one policy may cost together. */
const CONDITIONS_COST_LIMIT = POLICY_COST_LIMIT / 4;
const LONGEST_MESSAGE = 5 * 1024;

const OUT_OF_BUDGET = 'validation failed due to running out of cost budget, no further validation rules will be run';

type Outcome = { readonly value: Value } | { readonly fault: string };

class OutOfBudget {}

/**
 * Judges one object by one policy, as the API server does when a user creates the object.
 *
 * Each list of expressions counts what it costs, and its variables with it, and takes it from one budget: see
 * https://github.com/kubernetes/apiserver/blob/master/pkg/admission/plugin/cel/condition.go
 */
export function judgeByPolicy(program: PolicyProgram, input: PolicyInput, minor: number): readonly PolicyVerdict[] {
  const { ignoresFaults } = program.spec;
  const refusal = (message: string, more: Partial<PolicyVerdict> = {}): PolicyVerdict[] => (
    ignoresFaults ? [] : [{ message, isFault: true, ...more }]
  );
  const values = { ...input, oldObject: null };
  const applies = whetherItApplies(program, values);
  if (typeof applies !== 'boolean') { return refusal(applies.fault); }
  if (!applies) { return []; }

  const budget = new Budget(POLICY_COST_LIMIT);
  const run = () => new Evaluation(program, values, budget);
  const judged = run().all(program.validations.map(({ condition }) => condition));
  if (!judged) { return refusal(OUT_OF_BUDGET); }
  const messages = run().all(program.validations.map(({ messageExpression }) => messageExpression));
  const refused = program.validations.flatMap(({ condition, text, message }, index): readonly PolicyVerdict[] => {
    const outcome = judged[index];
    if (!condition || !outcome) { return []; }
    if ('fault' in outcome) { return refusal(outcome.fault, { index }); }
    if (!messages) { return refusal(`failed messageExpression: ${OUT_OF_BUDGET}`, { index }); }
    if (outcome.value === true) { return []; }
    const field = fieldsOf(program, condition, values, minor)[0];
    return [{ index, message: told(messages[index]) || (message ?? '').trim() || `failed expression: ${text.trim()}`, ...(field ? { field } : {}) }];
  });
  const annotations = new Evaluation(program, values, new Budget(POLICY_COST_LIMIT)).all(program.annotations);
  if (!annotations) { return refusal(OUT_OF_BUDGET); }
  return [...refused, ...annotations.flatMap(outcome => outcome && 'fault' in outcome ? refusal(outcome.fault, { isAlways: true }) : [])];
}

type Values = PolicyInput & { readonly oldObject: null; readonly [name: string]: Value };

/** One condition that is false decides, whatever became of the others. They do not see the namespace. */
function whetherItApplies(program: PolicyProgram, values: Values): boolean | { readonly fault: string } {
  const outcomes = new Evaluation(program, { ...values, namespaceObject: null }, new Budget(CONDITIONS_COST_LIMIT)).all(program.conditions);
  if (!outcomes) { return { fault: OUT_OF_BUDGET }; }
  if (outcomes.some(outcome => outcome && 'value' in outcome && outcome.value === false)) { return false; }
  const faults = outcomes.flatMap(outcome => outcome && 'fault' in outcome ? [outcome.fault] : []);
  return faults.length === 0 ? true : { fault: faults.length === 1 ? faults[0] : `[${faults.join(', ')}]` };
}

/** A message that is blank, too long, or of several lines counts for nothing. */
function told(outcome: Outcome | undefined): string {
  if (!outcome || !('value' in outcome) || typeof outcome.value !== 'string') { return ''; }
  const text = outcome.value.trim();
  return Buffer.byteLength(text) > LONGEST_MESSAGE || text.includes('\n') ? '' : text;
}

class Budget {
  constructor(private left: number) {}

  public take(cost: number): void {
    this.left -= cost;
    if (this.left < 0) { throw new OutOfBudget(); }
  }
}

/** The expressions of one list, over variables of which each is evaluated at most once, and only if somebody asks for it. */
class Evaluation {
  private readonly values: { readonly [name: string]: Value };
  private spentByVariables = 0;

  constructor(program: PolicyProgram, values: Values, private readonly budget: Budget) {
    this.values = { ...values, variables: this.variables(program) };
  }

  /** Nothing where they cost more than there is. */
  public all(parts: readonly (PolicyPart | undefined)[]): readonly (Outcome | undefined)[] | undefined {
    try {
      return parts.map(part => part && this.one(part));
    } catch (error) {
      if (error instanceof OutOfBudget) { return undefined; }
      throw error;
    }
  }

  private one(part: PolicyPart): Outcome {
    const { outcome, cost } = this.run(part);
    this.budget.take(this.spentByVariables);
    this.spentByVariables = 0;
    this.budget.take(cost);
    return 'fault' in outcome ? { fault: `expression '${part.text}' resulted in error: ${outcome.fault}` } : outcome;
  }

  private run({ program }: PolicyPart): { readonly outcome: Outcome; readonly cost: number } {
    const { value, fault, cost } = program.measured(this.values, EXPRESSION_COST_LIMIT);
    return { outcome: value === undefined ? { fault: fault! } : { value }, cost };
  }

  private variables({ variables }: PolicyProgram): { readonly [name: string]: Value } {
    const lazy = {};
    for (const part of variables) {
      let known: Outcome | undefined;
      const get = (): Value => {
        if (!known) {
          const { outcome, cost } = this.run(part);
          this.spentByVariables += cost;
          known = outcome;
        }
        if ('fault' in known) { throw new Fault(`composited variable "${part.name}" fails to evaluate: ${known.fault}`); }
        return known.value;
      };
      Object.defineProperty(lazy, part.name, { enumerable: true, get });
    }
    return lazy;
  }
}

function fieldsOf(program: PolicyProgram, { program: { expr } }: PolicyPart, values: Values, minor: number): readonly string[] {
  return faultyPaths(expr, { values, paths: { object: '' } }, (part, bound) => (
    ruleEnvironment(minor).compile(part, Object.fromEntries(Object.keys(bound).map(name => [name, DYN]))).evaluate(bound)
  ), program.behind);
}
