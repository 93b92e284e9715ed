import type { AuditSettings, WaiverDemands } from './audit-settings';
import type { WaivedFromRule } from './waived-objects';
import type { Waiver } from './waiver';
import { WaiverApprovals } from './waiver-approvals';
import { dayOf, Expiry, expiryOf, judgedDay } from './waiver-date';
import { missingIn } from './waiver-demands';
import { WAIVER_RULES } from './waiver-findings';
import type { Problem } from '../kube/problem';

/** What the waivers of a team are held against: the same as those of the app that reads them. */
export interface TeamDemands {
  /** The day by which they are judged. */
  readonly today: number;
  readonly demands: WaiverDemands;
  /** Left out where waivers need none. */
  readonly approvals?: WaiverApprovals;
  /** The file of the approvals. */
  readonly file?: string;
}

/** Why a waiver counts for nothing at one object. */
export interface TeamFault extends Problem {
  readonly rule: string;
}

/** What an app demands of the waivers that it reads. */
export function teamDemands({ asOf, waiverApprovals: file, waiverDemands: demands = {} }: AuditSettings): TeamDemands {
  return { today: judgedDay(asOf), demands, ...(file === undefined ? {} : { approvals: WaiverApprovals.read(file), file }) };
}

/** How the file of approvals names an object of a team. */
export function approvableText({ kind, namespace, name }: Pick<WaivedFromRule, 'kind' | 'namespace' | 'name'>): string {
  return `${kind.slice(kind.indexOf('/') + 1)} ${namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** Whether a day is over for good. */
export function isOver(expires: string | undefined, today: number): boolean {
  return expiryOf(expires === undefined ? undefined : dayOf('expires', expires), today) === Expiry.OVER;
}

/** Why a waiver counts for nothing at an object, beside its own end. */
export function faultOf({ today, demands, approvals, file }: TeamDemands, waiver: Waiver, object: WaivedFromRule): TeamFault | undefined {
  const { rule, container } = object;
  const text = approvableText(object);
  const approval = approvals?.findFor(text, { rule, container });
  const what = `waiver of "${rule}" for ${text}`;
  const todo = 'have the team add it, or keep the rule';
  if (approvals && !approval) {
    const wanted = { rule, object: text, ...(container === undefined ? {} : { container }) };
    return { rule: WAIVER_RULES.approved, what: `${what} is not approved, and counts for nothing`, expected: `${JSON.stringify(wanted)} in ${file}`, todo: 'have it added by those who guard the file, or the rule kept' };
  }
  const { approvedBy, expires } = approval ?? {};
  if (approvedBy !== undefined && waiver.approvedBy !== undefined && approvedBy !== waiver.approvedBy) {
    return { rule: WAIVER_RULES.approved, what: `${what} names another approver than ${file}, and counts for nothing`, got: waiver.approvedBy, expected: approvedBy, todo: 'have one of the two corrected' };
  }
  if (isOver(expires, today)) {
    return { rule: WAIVER_RULES.current, what: `approval of the ${what} has run out`, got: expires, expected: 'a day that is not over', todo: 'have the rule kept, or the end moved' };
  }
  const missing = missingIn(waiver, approval, demands);
  return missing.length === 0 ? undefined : {
    rule: WAIVER_RULES.complete, what: `${what} does not say all that this app demands, and counts for nothing`, expected: missing.join(', '), todo,
  };
}
