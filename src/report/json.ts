import { jsonStream, mapped } from './json-stream';
import { annotationFor, AuditReport, fingerprint, isExcusable, JudgedFinding, Status } from './reported-finding';
import { Severity } from '../policy/rule';

/** Rises when a field goes or changes its meaning; new fields may come at any time. */
const VERSION = 1;

/** The report for programs. */
export function json(report: AuditReport): Iterable<string> {
  const { kubernetesVersion, objects, findings } = report;
  const count = (matches: (finding: JudgedFinding) => boolean) => findings.reduce((sum, finding) => matches(finding) ? sum + 1 : sum, 0);
  const open = (severity: Severity) => count(finding => finding.status === Status.OPEN && finding.severity === severity);
  return jsonStream(findingsEntry => ({
    version: VERSION,
    kubernetesVersion,
    summary: {
      objects,
      errors: open(Severity.ERROR),
      warnings: open(Severity.WARNING),
      known: count(({ status }) => status === Status.KNOWN),
      waived: count(({ status }) => status === Status.WAIVED),
    },
    findings: [findingsEntry],
  }), mapped(findings, entry));
}

function entry(finding: JudgedFinding): object {
  const { rule, severity, status, object, container, field, problem, fix, place, waiver } = finding;
  return {
    rule: rule.id,
    severity,
    status,
    object,
    container,
    field,
    problem,
    fix,
    why: rule.why,
    ...place,
    waiver,
    waiverAnnotation: isExcusable(finding) ? annotationFor(finding) : undefined,
    fingerprint: fingerprint(finding),
  };
}
