import type { IConstruct } from 'constructs';
import type { AuditSettings, WaiverDemands } from './audit-settings';
import type { Finding } from './finding';
import { knownRules } from './known-rules';
import { Severity } from './rule';
import { Approvable, Approval, approvedObject, WaiverApprovals } from './waiver-approvals';
import { dayOf, Expiry, expiryOf, judgedDay } from './waiver-date';
import { missingIn } from './waiver-demands';
import type { LedgerEntry } from './waiver-ledger';
import { nearest } from '../cel/nearest';
import { Problem, sentence } from '../kube/problem';

/** Ids of what is found about waivers themselves. None of it can be waived. */
export const WAIVER_RULES = {
  known: 'waiver-rule-known',
  used: 'waiver-used',
  current: 'waiver-current',
  complete: 'waiver-complete',
  approved: 'waiver-approved',
  approvalUsed: 'waiver-approval-used',
} as const;

/**
 * What nobody can be given leave to, and no baseline lists: output that is broken, since the cluster keeps one of two objects of one name and
 * refuses pods whatever the program says, and keys in files.
 */
export const UNWAIVABLE: ReadonlySet<string> = new Set([
  'unique-objects', 'key-material-absent', 'namespace-admits-waived', ...Object.values(WAIVER_RULES),
]);

/** What an app says of its waivers. */
export interface WaiverContext {
  readonly entries: readonly LedgerEntry[];
  /** The app itself. */
  readonly root: IConstruct;
  readonly settings: AuditSettings;
  /** Ids of rules that the app itself brings. */
  readonly ownRules?: readonly string[];
  /** What waivers of other apps are for. */
  readonly approvable?: readonly Approvable[];
}

/** What is wrong with the waivers of an app, once everything in it has been judged. */
export function waiverFindings({ entries, root, settings, ownRules = [], approvable = [] }: WaiverContext): Finding[] {
  // Looked at even where nothing is waived: a path that leads nowhere must not wait for the first waiver to be told.
  const approvals = settings.waiverApprovals === undefined ? undefined : WaiverApprovals.read(settings.waiverApprovals);
  const found = entries.length === 0 ? [] : entryFindings(entries, approvals, settings, ownRules);
  for (const { object, ...waiver } of approvals ? approvable : []) { approvals!.findFor(object, waiver); }
  return [...found, ...(approvals?.unused ?? []).map(approval => unusedApproval(root, approval, settings.waiverApprovals!))];
}

function entryFindings(
  entries: readonly LedgerEntry[], approvals: WaiverApprovals | undefined, settings: AuditSettings, ownRules: readonly string[],
): Finding[] {
  const known = knownRules(ownRules);
  const today = judgedDay(settings.asOf);
  return entries.flatMap(entry => {
    const { waiver, isUsed, construct } = entry;
    if (!known.includes(waiver.rule)) { return [unknownRule(entry, known)]; }
    if (UNWAIVABLE.has(waiver.rule)) { return [unwaivable(entry)]; }
    const approval = approvals?.find(construct, waiver);
    return [
      ...expiryFindings(entry, approval, today),
      ...demandFindings(entry, approval, settings.waiverDemands ?? {}),
      ...(approvals ? approvalFindings(entry, approval, settings.waiverApprovals!) : []),
      ...(isUsed ? [] : [finding(entry, WAIVER_RULES.used, Severity.WARNING, {
        what: `${named(entry)} is not used`, expected: 'something that departs from the rule', todo: 'remove it',
      })]),
    ];
  });
}

function finding({ construct, waiver: { container } }: LedgerEntry, rule: string, severity: Severity, problem: Problem): Finding {
  return { rule, construct, severity, message: sentence(problem), ...(container === undefined ? {} : { container }) };
}

function unusedApproval(root: IConstruct, { rule, object, container }: Approval, file: string): Finding {
  const waiver = { rule, object, ...(container === undefined ? {} : { container }) };
  return {
    rule: WAIVER_RULES.approvalUsed,
    construct: root,
    severity: Severity.WARNING,
    message: sentence({
      what: `approval in ${file} is for no waiver of this app`, got: waiver, expected: 'a waiver of that rule at that object', todo: 'have it removed, or corrected',
    }),
  };
}

function named({ waiver: { rule, container } }: LedgerEntry): string {
  return `waiver of "${rule}"${container === undefined ? '' : ` for "${container}"`}`;
}

function unknownRule(entry: LedgerEntry, known: readonly string[]): Finding {
  const near = nearest(entry.waiver.rule, known);
  return finding(entry, WAIVER_RULES.known, Severity.ERROR, {
    what: 'waiver names a rule that nobody knows',
    got: entry.waiver.rule,
    expected: near.length > 0 ? near.join(' or ') : 'the id of a rule, as findings and RULES.md show it',
    todo: 'correct the id',
  });
}

function unwaivable(entry: LedgerEntry): Finding {
  return finding(entry, WAIVER_RULES.known, Severity.ERROR, {
    what: 'waiver names a rule that nobody can be given leave from', got: entry.waiver.rule, expected: 'none', todo: 'mend what is found, and remove the waiver',
  });
}

/** An approval can end before the waiver that it is for. */
function expiryFindings(entry: LedgerEntry, approval: Approval | undefined, today: number): Finding[] {
  const ends = [entry.waiver.expires, approval?.expires].filter(text => text !== undefined).sort();
  const [end] = ends;
  const expiry = expiryOf(end === undefined ? undefined : dayOf('expires', end), today);
  if (expiry === Expiry.CURRENT) { return []; }
  const what = `${named(entry)} ${expiry === Expiry.NEAR ? 'runs out soon' : 'has run out'}`;
  return [finding(entry, WAIVER_RULES.current, expiry === Expiry.OVER ? Severity.ERROR : Severity.WARNING, {
    what, got: end, expected: 'a day more than 30 days ahead', todo: 'keep the rule and remove the waiver, or have its end moved',
  })];
}

function demandFindings(entry: LedgerEntry, approval: Approval | undefined, demands: WaiverDemands): Finding[] {
  const missing = missingIn(entry.waiver, approval, demands);
  return missing.length === 0 ? [] : [finding(entry, WAIVER_RULES.complete, Severity.ERROR, {
    what: `${named(entry)} does not say all that this app demands`, expected: missing.join(', '), todo: 'add it to the waiver',
  })];
}

function approvalFindings(entry: LedgerEntry, approval: Approval | undefined, file: string): Finding[] {
  const { waiver: { rule, container, approvedBy }, construct } = entry;
  if (approval === undefined) {
    const wanted = { rule, object: approvedObject(construct), ...(container === undefined ? {} : { container }) };
    return [finding(entry, WAIVER_RULES.approved, Severity.ERROR, {
      what: `${named(entry)} is not approved`, expected: `${JSON.stringify(wanted)} in ${file}`, todo: 'have it added by those who guard the file, or keep the rule',
    })];
  }
  return approvedBy === undefined || approval.approvedBy === undefined || approvedBy === approval.approvedBy ? [] : [
    finding(entry, WAIVER_RULES.approved, Severity.ERROR, {
      what: `${named(entry)} names another approver than ${file}`, got: approvedBy, expected: approval.approvedBy, todo: 'correct it, or leave approvedBy out',
    }),
  ];
}
