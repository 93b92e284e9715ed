import { CATALOG } from './catalog';
import { Rule, Severity } from './rule';
import { kindOf, RuleElements } from './rule-elements';
import { RuleProgram } from './rule-program';
import { JsonObject, podPlaceOf } from '../kube/pod';

/** One element of one manifest that is not as one rule demands. */
export interface Departure {
  readonly rule: Rule;
  /** The field at fault, where one can be told. */
  readonly field?: string;
  /** Name of the container, where it is one. */
  readonly container?: string;
  /** Why the rule could not be evaluated, where that is so. */
  readonly fault?: string;
}

/** Manifests may name any kind; the rules for it are looked out anew where there are more than that. */
const MOST_KINDS = 1000;

const judges = new Map<number, RuleJudge>();

/** The rules of the catalog, or others, compiled for one minor version of the cluster. */
export class RuleJudge {
  /** The rules of the catalog that are judged where nobody asks for more. */
  public static for(minor: number): RuleJudge {
    let judge = judges.get(minor);
    if (!judge) {
      judge = new RuleJudge(CATALOG.filter(rule => rule.severity !== Severity.OFF), minor);
      judges.set(minor, judge);
    }
    return judge;
  }

  private readonly programs: readonly RuleProgram[];
  private readonly byKind = new Map<string, readonly RuleProgram[]>();

  constructor(rules: readonly Rule[], minor: number) {
    this.programs = rules.map(rule => RuleProgram.for(rule, minor)).filter(program => program !== undefined);
  }

  /** Everything in a manifest that departs from a rule. */
  public judge(json: JsonObject): Departure[] {
    const programs = this.programsFor(json);
    if (programs.length === 0) { return []; }
    const elements = new RuleElements(json);
    const departures: Departure[] = [];
    for (const program of programs) {
      for (const element of elements.of(program.rule)) {
        const { holds, fault } = program.judge(element);
        if (!holds) {
          const [field] = fault === undefined ? program.fieldsOf(element) : [];
          departures.push({ rule: program.rule, field, container: element.container, fault });
        }
      }
    }
    return departures;
  }

  /** The rules that have something to say about objects of one kind: of most kinds, few have. */
  private programsFor(json: JsonObject): readonly RuleProgram[] {
    const kind = kindOf(json);
    let programs = this.byKind.get(kind);
    if (!programs) {
      const hasPod = podPlaceOf(json) !== undefined;
      programs = this.programs.filter(({ rule: { on, kinds } }) => (on === 'object' || hasPod) && (!kinds || kinds.includes(kind)));
      if (this.byKind.size < MOST_KINDS) { this.byKind.set(kind, programs); }
    }
    return programs;
  }
}
