import * as fs from 'fs';
import * as path from 'path';
import { refuse, shown } from '../kube/problem';
import type { Finding } from '../policy/finding';
import { Severity } from '../policy/rule';
import type { Session } from '../policy/session';
import type { KnownFindings } from '../policy/verdict';
import { reportedOf } from '../report/app-finding';
import { Baseline } from '../report/baseline';
import { readBaseline, writeBaseline } from '../report/baseline-file';

const VARIABLE = 'CDK8S_HARDENED_WRITE_BASELINE';

/** Has what the file lists taken as known, in every judgement of an app. Without a file, nothing is. */
export function useBaseline(session: Session): void {
  const file = session.settings.audit.baseline;
  session.baseline = file === undefined ? undefined : findings => knownFindings(file, findings, session);
}

/** Reads the file at each judgement, or writes it first where the environment asks for that. */
function knownFindings(file: string, findings: readonly Finding[], session: Session): KnownFindings {
  const reported = findings.map(finding => ({ finding, as: reportedOf(finding) }));
  if (isAskedToWrite()) { writeBaseline(process.cwd(), file, Baseline.of(reported.map(each => each.as))); }
  const baseline = read(file);
  const known = new Set(reported.filter(each => baseline.take(each.as)).map(each => each.finding));
  return { known, findings: baseline.mended === 0 ? [] : [mended(file, baseline.mended, session)] };
}

function mended(file: string, count: number, session: Session): Finding {
  return {
    rule: 'baseline-current',
    construct: session.root,
    severity: Severity.WARNING,
    message: `baseline ${shown(file)} lists what is not found any more: got ${count}, expected none; write it anew with ${VARIABLE}=1`,
  };
}

function isAskedToWrite(): boolean {
  const value = process.env[VARIABLE] ?? '';
  if (['', '0', 'false'].includes(value)) { return false; }
  return ['1', 'true'].includes(value) || refuse({ what: VARIABLE, got: value, expected: '1 or 0', todo: 'correct or unset it' });
}

function read(file: string): Baseline {
  if (!fs.existsSync(path.resolve(file))) {
    refuse({ what: 'baseline does not exist', got: file, expected: 'a file that was written as one', todo: `correct baseline, or write it with ${VARIABLE}=1` });
  }
  return readBaseline(process.cwd(), file);
}
