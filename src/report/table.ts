import { annotationFor, AuditReport, isExcusable, JudgedFinding, Status, whereText } from './reported-finding';
import { visible } from '../kube/problem';
import { Severity } from '../policy/rule';

const HEAD = ['SEVERITY', 'RULE', 'OBJECT', 'FIELD'];

/** The report for people: a line that can be skimmed for each finding, and below it what is wrong, where, and what to do. */
export function* table(report: AuditReport): Generator<string> {
  const { findings } = report;
  if (findings.length > 0) {
    const widths = HEAD.map(head => head.length);
    // One long name should not push the next column out of sight.
    for (const finding of findings) { row(finding).forEach((cell, i) => { widths[i] = Math.max(widths[i], Math.min(cell.length, 60)); }); }
    const line = (cells: readonly string[]) => `${cells.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd()}\n`;
    yield line(HEAD);
    for (const finding of findings) { yield line(row(finding)) + details(finding); }
    yield '\n';
  }
  yield summary(report);
}

function row(finding: JudgedFinding): string[] {
  const { severity, status, rule, field } = finding;
  const weight = status === Status.OPEN ? severity : `${status} ${severity}`;
  return [weight, rule.id, whereText(finding), field ?? '-'].map(visible);
}

function details(finding: JudgedFinding): string {
  const { place, problem, fix, waiver } = finding;
  const lines = [
    `${place.file}:${place.line}: ${problem}`,
    `fix: ${fix}`,
    ...(isExcusable(finding) ? [
      waiver === undefined ? `waive: annotation ${annotationFor(finding)}, and --accept-waivers` : `waiver that the object asks for: ${waiver}`,
    ] : []),
  ];
  return lines.map(line => `    ${visible(line)}\n`).join('');
}

/** `3 errors, 1 warning in 12 objects for Kubernetes 1.36; 2 known, 1 waived`. */
function summary({ findings, objects, kubernetesVersion }: AuditReport): string {
  const count = (status: Status, severity?: Severity) => findings.reduce((sum, finding) => (
    finding.status === status && (severity === undefined || finding.severity === severity) ? sum + 1 : sum
  ), 0);
  const open = `${counted(count(Status.OPEN, Severity.ERROR), 'error')}, ${counted(count(Status.OPEN, Severity.WARNING), 'warning')}`;
  const aside = [Status.KNOWN, Status.WAIVED].filter(status => count(status) > 0).map(status => `${count(status)} ${status}`);
  const whole = `${open} in ${counted(objects, 'object')} for Kubernetes ${kubernetesVersion}`;
  return `${[whole, ...(aside.length > 0 ? [aside.join(', ')] : [])].join('; ')}\n`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
