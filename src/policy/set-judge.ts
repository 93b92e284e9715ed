import { ObjectGraph } from './object-graph';
import { Severity } from './rule';
import { SET_CATALOG } from './set-catalog';
import type { SetRule } from './set-rule';
import type { JsonObject } from '../kube/pod';

/** One object that departs from one rule about several objects. */
export interface SetDeparture {
  readonly rule: SetRule;
  /** Which object it is, by its number in the order in which they were seen. */
  readonly index: number;
  /** The field at fault, where one can be told. */
  readonly field?: string;
  /** Name of the container, where it is one. */
  readonly container?: string;
  /** What is wrong and, after a semicolon, what to do. */
  readonly message: string;
  /** How much it matters; at most as much as the rule says. */
  readonly severity: Severity;
}

/** The rules about several objects, judged over one set of them for one minor version of the cluster. */
export class SetJudge {
  private readonly graph = new ObjectGraph();
  private readonly rules: readonly SetRule[];

  constructor(minor: number, rules: readonly SetRule[] = SET_CATALOG) {
    this.rules = rules.filter(({ severity, since = 0, until = Infinity }) => severity !== Severity.OFF && since <= minor && minor <= until);
  }

  /** Takes note of the next object. */
  public see(json: JsonObject): void {
    this.graph.see(json);
  }

  /** Everything in the set that departs from a rule, in the order of the objects. */
  public conclude(): SetDeparture[] {
    const departures = this.rules.flatMap(rule => rule.judge(this.graph).map(({ index, field, container, problem, severity }): SetDeparture => ({
      rule,
      index,
      ...(field === undefined ? {} : { field }),
      ...(container === undefined ? {} : { container }),
      message: `${problem}; ${fixOf(rule)}`,
      severity: severity ?? rule.severity,
    })));
    // The sort keeps the order of those that are of one object: that of the rules, and within a rule its own.
    return departures.sort((a, b) => a.index - b.index);
  }
}

/** What to do, as the rule says it. */
function fixOf({ message }: SetRule): string {
  return message.slice(message.indexOf('; ') + 2);
}
