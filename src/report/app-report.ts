import * as fs from 'fs';
import * as path from 'path';
import { AppFinding, appFinding, CallSites } from './app-finding';
import { assumptionsOf } from './assumptions';
import { commitOf } from './commit';
import { ControlEntry, controlEntries } from './control-entries';
import type { Assessment } from './control-status';
import { FlowPicture, flowPicture } from './flow-picture';
import { GuardrailEntry, guardrailEntries } from './guardrail-entries';
import { judgedRules, ReportedRule } from './reported-rule';
import { ruleAssessments } from './rule-assessments';
import { waiverEntries, WaiverEntry } from './waiver-entries';
import { RULES_OF_FLOWS } from '../network/flow-rules';
import { DEPARTURE_RULES } from '../policy/departure-rules';
import { IDENTITY_RULES } from '../policy/identity-rules';
import type { Session } from '../policy/session';
import type { SettledFinding, Verdict } from '../policy/verdict';
import { judgedDay } from '../policy/waiver-date';

/** One file of the manifests. */
export interface WrittenFile {
  /** Its path below the folder of the manifests. */
  readonly file: string;
  readonly sha256: string;
}

/** What was judged and written. */
export interface Judged {
  readonly verdict: Verdict;
  /** How many objects there are. */
  readonly objects: number;
  readonly files: readonly WrittenFile[];
}

/** All that the reports of one synthesis say, in whatever form. */
export interface AppReport {
  /** Version of this library. */
  readonly library: string;
  /** Such as `1.36`. */
  readonly kubernetesVersion: string;
  /** Last day with patches of that version. */
  readonly endOfLife: string;
  /** The day by which waivers were judged. */
  readonly asOf: string;
  /** The commit that is checked out, where it is known. */
  readonly commit?: string;
  /** Why this one synthesis passed, where somebody broke the glass. */
  readonly breakGlass?: string;
  readonly objects: number;
  /** The rules by which everything was judged. */
  readonly rules: readonly ReportedRule[];
  /** What is known of each rule, by its id. */
  readonly assessments: ReadonlyMap<string, Assessment>;
  /** What is known of each control of the field. */
  readonly controls: readonly ControlEntry[];
  /** What policies of the cluster keep, and leave out. */
  readonly guardrails: readonly GuardrailEntry[];
  /** Who talks to whom. */
  readonly picture: FlowPicture;
  /** What no manifest can prove. */
  readonly assumptions: readonly string[];
  readonly files: readonly WrittenFile[];
  readonly waivers: readonly WaiverEntry[];
  readonly findings: readonly SettledFinding[];
  readonly show: (finding: SettledFinding) => AppFinding;
}

export function appReport(session: Session, { verdict, objects, files }: Judged): AppReport {
  const { kubernetesVersion, audit } = session.settings;
  const sites = new CallSites();
  const commit = commitOf(process.cwd());
  const rules = judgedRules(kubernetesVersion.minor, session.customRules, [...IDENTITY_RULES, ...RULES_OF_FLOWS, ...DEPARTURE_RULES]);
  const assessments = ruleAssessments(session, rules, verdict.findings);
  return {
    library: libraryVersion(),
    kubernetesVersion: kubernetesVersion.text,
    endOfLife: kubernetesVersion.endOfLife,
    asOf: dayText(judgedDay(audit.asOf)),
    ...(commit === undefined ? {} : { commit }),
    ...(verdict.breakGlass === undefined ? {} : { breakGlass: verdict.breakGlass }),
    objects,
    rules,
    assessments,
    controls: controlEntries(session, rules, assessments),
    guardrails: guardrailEntries(session),
    picture: flowPicture(session),
    assumptions: assumptionsOf(session),
    files,
    waivers: waiverEntries(session, sites),
    findings: verdict.findings,
    show: finding => appFinding(finding, sites),
  };
}

function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function libraryVersion(): string {
  return JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8')).version;
}
