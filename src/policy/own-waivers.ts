import { CHECKS_OF_RULES } from './scanner-checks';
import type { Departure } from './scanner-exemptions';
import type { Waivable, Waiver } from './waiver';
import { waiverAnnotations } from './waiver-annotation';
import { copyOf, namesRule, problemsOfTwins, problemsOfWaiver, throwProblems } from './waiver-check';
import type { GivenWaiver } from './waiver-ledger';
import type { Problem } from '../kube/problem';
import { checkList } from '../kube/shape';

/** The waivers of one construct, asked rule by rule while it builds its manifest. */
export class OwnWaivers {
  private readonly own: readonly Waiver[];
  private readonly inherited: readonly Waiver[];

  /**
   * @param waivers those that are given at the construct itself
   * @param waivable what they change
   * @param inherited those from above that change the construct too, each with its container
   */
  constructor(waivers: readonly Waiver[], private readonly waivable: Waivable, inherited: readonly Waiver[] = []) {
    const given = checkList('waivers', waivers);
    throwProblems(given.flatMap(waiver => [...problemsOfWaiver(waiver), ...(namesRule(waiver) ? problemsOfContainer(waiver, waivable) : [])]));
    this.own = given.map(waiver => copyOf({ ...waiver, container: containerOf(waiver, waivable) }));
    throwProblems(problemsOfTwins(this.own));
    this.inherited = inherited.filter(({ rule, container }) => !this.own.some(own => own.rule === rule && own.container === container));
  }

  /** Each that is given at the construct, with the container that is meant. */
  public get list(): readonly GivenWaiver[] {
    return this.own.map(waiver => ({ ...waiver, hasActed: Object.hasOwn(this.waivable.containers, waiver.rule) }));
  }

  /** Whether a rule is waived: for the object as a whole, or for one container. */
  public has(rule: string, container?: string): boolean {
    return this.all.some(w => w.rule === rule && w.container === container);
  }

  /** Whether a rule is waived for any container. */
  public hasAny(rule: string): boolean {
    return this.all.some(w => w.rule === rule);
  }

  /** What scanners would report of what is waived, with the reasons. */
  public get departures(): Departure[] {
    return this.all.flatMap(({ rule, reason }) => Object.hasOwn(CHECKS_OF_RULES, rule) ? [{ checks: CHECKS_OF_RULES[rule], reason }] : []);
  }

  /** For reviewers of the manifest, and for whoever meets the object in the cluster. */
  public toAnnotations(): Record<string, string> {
    return waiverAnnotations(this.all);
  }

  private get all(): readonly Waiver[] {
    return [...this.own, ...this.inherited];
  }
}

function containerOf(waiver: Waiver, { containers, main }: Waivable): string | undefined {
  if (waiver.container !== undefined && waiver.container !== null) { return waiver.container; }
  const allowed = Object.hasOwn(containers, waiver.rule) ? containers[waiver.rule] : [];
  return allowed.find(name => name === main) ?? (allowed.length === 1 ? allowed[0] : undefined);
}

function problemsOfContainer(waiver: Waiver, waivable: Waivable): Problem[] {
  const { rule, container } = waiver;
  const meant = containerOf(waiver, waivable);
  const allowed = allowedFor(rule, waivable);
  const isAbout = Object.hasOwn(waivable.containers, rule);
  if (isAbout ? allowed!.includes(meant!) : meant === undefined || allowed === undefined || allowed.includes(meant)) { return []; }
  return [{
    what: `waiver of "${rule}" names no container that may depart from it`,
    got: container,
    expected: allowed!.length > 0 ? `one of ${allowed!.join(', ')}` : 'none: no container here may depart from it',
    todo: 'correct or remove it',
  }];
}

/** Nothing where any container may. */
function allowedFor(rule: string, { object, containers, all }: Waivable): readonly string[] | undefined {
  if (Object.hasOwn(containers, rule)) { return containers[rule]; }
  return object.includes(rule) ? [] : all;
}
