import type { AppReport } from './app-report';
import { Severity } from '../policy/rule';
import { FindingStatus } from '../policy/verdict';

/** How much was judged, and what came of it. */
export interface Summary {
  readonly objects: number;
  readonly rules: number;
  /** Open ones; more than none end the synthesis. */
  readonly errors: number;
  readonly warnings: number;
  readonly known: number;
  readonly waived: number;
  readonly lifted: number;
}

export function summaryOf({ objects, rules, findings }: Pick<AppReport, 'objects' | 'rules' | 'findings'>): Summary {
  const count = (status: FindingStatus, severity?: Severity) => findings.reduce((sum, finding) => (
    finding.status === status && (severity === undefined || finding.severity === severity) ? sum + 1 : sum
  ), 0);
  return {
    objects,
    rules: rules.length,
    errors: count(FindingStatus.OPEN, Severity.ERROR),
    warnings: count(FindingStatus.OPEN, Severity.WARNING),
    known: count(FindingStatus.KNOWN),
    waived: count(FindingStatus.WAIVED),
    lifted: count(FindingStatus.LIFTED),
  };
}
