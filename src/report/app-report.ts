import * as fs from 'fs';
import * as path from 'path';
import { AppFinding, appFinding, CallSites } from './app-finding';
import { assumptionsOf } from './assumptions';
import { judgedRules, ReportedRule } from './reported-rule';
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
  /** Why this one synthesis passed, where somebody broke the glass. */
  readonly breakGlass?: string;
  readonly objects: number;
  /** The rules by which everything was judged. */
  readonly rules: readonly ReportedRule[];
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
  return {
    library: libraryVersion(),
    kubernetesVersion: kubernetesVersion.text,
    endOfLife: kubernetesVersion.endOfLife,
    asOf: dayText(judgedDay(audit.asOf)),
    ...(verdict.breakGlass === undefined ? {} : { breakGlass: verdict.breakGlass }),
    objects,
    rules: judgedRules(kubernetesVersion.minor, session.customRules, [...IDENTITY_RULES, ...RULES_OF_FLOWS, ...DEPARTURE_RULES]),
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
