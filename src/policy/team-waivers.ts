import * as fs from 'fs';
import * as path from 'path';
import type { IConstruct } from 'constructs';
import type { WaivedObject } from './admission-policy';
import type { Finding } from './finding';
import { Severity } from './rule';
import { approvableText, faultOf, isOver, TeamDemands } from './team-demands';
import { readTeamWaivers, TeamWaiver } from './team-waiver-reading';
import type { Approvable } from './waiver-approvals';
import { dayOf, Expiry, expiryOf } from './waiver-date';
import { WAIVER_RULES } from './waiver-findings';
import { checkDnsLabel } from '../kube/names';
import { Problem, refuse, sentence, shown } from '../kube/problem';
import { checkList, checkStruct } from '../kube/shape';

/**
 * How far the waivers of another app count.
 */
export interface TeamWaiversProps {
  /**
   * The namespaces of the team, at least one. A waiver for an object elsewhere is an error: else a team could write itself leave in the
   * namespaces of others.
   */
  readonly namespaces: string[];

  /**
   * Ids of the rules that the team may waive. Waivers of other rules count for nothing here, and the cluster judges by them.
   *
   * @default - every rule that the guardrails enforce
   */
  readonly rules?: string[];
}

/**
 * Waivers that stand in the program of another team, for the policies of the app that guards the cluster.
 *
 * The team's synthesis writes them into `hardened.out/report/report.json`, each with the exact kind, namespace, name and container. Have it
 * reviewed where it enters your repository: what stands in it, the cluster lets through.
 *
 * ```ts
 * import { AdmissionGuardrails, TeamWaivers } from 'cdk8s-hardened';
 *
 * declare const guardrails: AdmissionGuardrails;
 * guardrails.addWaivers(TeamWaivers.fromReport('teams/shop/report.json', { namespaces: ['shop'] }));
 * ```
 */
export class TeamWaivers {
  /**
   * Reads a file: the report of an app, or JSON of the form `{ "version": 1, "waivers": […] }` with entries of the same form.
   *
   * @param file its path, from the folder of the program
   * @param props how far the waivers count
   * @throws if the file cannot be read or understood, or waives something in a namespace that is not the team's
   */
  public static fromReport(file: string, props: TeamWaiversProps): TeamWaivers {
    let text: string;
    try {
      text = fs.readFileSync(path.resolve(file), 'utf8');
    } catch (error) {
      return refuse({
        what: `report of a team cannot be read (${(error as NodeJS.ErrnoException).code})`, got: file, expected: 'a report.json', todo: 'correct the path',
      });
    }
    return new TeamWaivers(file, text, props);
  }

  /**
   * Reads a text of that form.
   *
   * @param text the JSON
   * @param props how far the waivers count
   * @throws as `fromReport`
   */
  public static fromJson(text: string, props: TeamWaiversProps): TeamWaivers {
    return new TeamWaivers('JSON', text, props);
  }

  /** @internal */
  public readonly _namespaces: readonly string[];
  /** @internal */
  public readonly _waivers: readonly TeamWaiver[];

  /**
   * For reports and errors.
   *
   * @internal
   */
  public readonly _source: string;

  private readonly byRule = new Map<string, TeamWaiver[]>();

  private constructor(source: string, text: string, props: TeamWaiversProps) {
    this._source = source;
    const { namespaces, rules } = checkStruct('waivers of a team', props);
    this._namespaces = checkList('namespaces of the team', namespaces).map(name => checkDnsLabel('namespace of the team', name));
    if (this._namespaces.length === 0) {
      refuse({ what: 'waivers of a team count nowhere', got: namespaces, expected: 'at least one namespace', todo: 'name the namespaces of the team' });
    }
    const allowed = rules && new Set(checkList('rules of the team', rules));
    const read = readTeamWaivers(source, text);
    const stray = read.flatMap(({ objects }) => objects).find(object => !this._namespaces.includes(placeOf(object)));
    if (stray) {
      refuse({
        what: `waiver of "${stray.rule}" in ${shown(source)} is for an object that is not the team's`,
        got: `${stray.kind} ${stray.namespace}/${stray.name}`,
        expected: `one in ${this._namespaces.join(', ')}`,
        todo: 'have the team remove it, or name the namespace if it is theirs',
      });
    }
    this._waivers = read.map(({ waiver, objects }) => ({ waiver, objects: objects.filter(({ rule }) => allowed?.has(rule) ?? true) }));
    for (const { waiver, objects } of this._waivers) {
      for (const rule of new Set(objects.map(each => each.rule))) {
        const given = this.byRule.get(rule) ?? [];
        given.push({ waiver, objects: objects.filter(each => each.rule === rule) });
        this.byRule.set(rule, given);
      }
    }
  }

  /**
   * What may depart from a rule.
   *
   * @internal
   */
  public _objectsFor(rule: string, demands: TeamDemands): readonly WaivedObject[] {
    return (this.byRule.get(rule) ?? []).filter(({ waiver }) => !isOver(waiver.expires, demands.today))
      .flatMap(({ waiver, objects }) => objects.filter(object => faultOf(demands, waiver, object) === undefined));
  }

  /**
   * What may be approved.
   *
   * @internal
   */
  public get _approvable(): Approvable[] {
    const all = this._waivers.flatMap(({ objects }) => objects);
    return all.map(each => ({ rule: each.rule, object: approvableText(each), container: each.container }));
  }

  /**
   * Which waivers run out, and which count for nothing. One of a team must not end the synthesis of all, so it is a warning.
   *
   * @internal
   */
  public _findings(construct: IConstruct, demands: TeamDemands): Finding[] {
    const warning = (rule: string, { what, ...problem }: Problem) => (
      { rule, construct, severity: Severity.WARNING, message: sentence({ ...problem, what: `${what}, in ${shown(this._source)}` }) }
    );
    return this._waivers.filter(({ objects }) => objects.length > 0).flatMap(({ waiver, objects }) => {
      const { rule, expires } = waiver;
      const expiry = expiryOf(expires === undefined ? undefined : dayOf('expires', expires), demands.today);
      const end = expiry === Expiry.CURRENT ? [] : [warning(WAIVER_RULES.current, {
        what: `waiver of "${rule}" ${TOLD[expiry]}`, got: expires, expected: 'a day more than 30 days ahead', todo: 'have the team keep the rule, or move the end',
      })];
      const faults = objects.flatMap(object => faultOf(demands, waiver, object) ?? []);
      return [...end, ...faults.map(({ rule: about, ...problem }) => warning(about, problem))];
    });
  }
}

const TOLD: Readonly<Record<Expiry, string>> = {
  [Expiry.CURRENT]: 'counts',
  [Expiry.NEAR]: 'runs out soon',
  [Expiry.PAST]: 'has run out, and soon counts no more',
  [Expiry.OVER]: 'has run out, and counts no more',
};

/** A namespace itself stands in none. */
function placeOf({ kind, namespace, name }: WaivedObject): string {
  return kind === 'Namespace' ? name : namespace;
}
