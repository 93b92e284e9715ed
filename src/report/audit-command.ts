import { AUDIT_USAGE, AuditOptions, auditOptions, ReportFormat } from './audit-options';
import { Baseline } from './baseline';
import { readBaseline, writeBaseline } from './baseline-file';
import type { Bytes } from './input-files';
import { json } from './json';
import { ManifestAudit } from './manifest-audit';
import { readManifests } from './manifest-reader';
import { moreRules } from './more-rules';
import { AuditReport, ReportedFinding, Status } from './reported-finding';
import { sarif } from './sarif';
import { table } from './table';
import { sentence } from '../kube/problem';
import { Severity } from '../policy/rule';
import { judgedDay } from '../policy/waiver-date';

/** Where the command reads and writes. */
export interface CommandIo {
  readonly stdin: Bytes;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder that paths are relative to. */
  readonly cwd: string;
}

export interface Output {
  /** Is waited for, where it takes time. */
  write(text: string): unknown;
}

/** The exit codes. */
const CLEAN = 0;
const FINDINGS = 1;
const FAILED = 2;

/** More would only hide the first. */
const MOST_PROBLEMS = 20;

/** How much is written at once. */
const CHUNK = 65_536;

/** Judges manifests that were made elsewhere. Answers with the exit code: 0 nothing counts, 1 findings count, 2 it could not be judged. */
export async function auditCommand(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    const options = auditOptions(args);
    if (options.help) {
      await io.stdout.write(AUDIT_USAGE);
      return CLEAN;
    }
    return await run(options, io);
  } catch (error) {
    await io.stderr.write(`${(error as Error).message}\n`);
    return FAILED;
  }
}

async function run(options: AuditOptions, io: CommandIo): Promise<number> {
  const baseline = options.baseline === undefined ? undefined : readBaseline(io.cwd, options.baseline);
  const { minor } = options.version;
  const audit = new ManifestAudit(minor, judgedDay(undefined), moreRules(options, minor, io.cwd));
  const { problems, passedOver } = await readManifests(options.inputs, io, (object, place) => audit.see(object, place));
  if (problems.length > 0) {
    // A report about the rest would look like one about everything.
    const rest = problems.length - MOST_PROBLEMS;
    await io.stderr.write(`${[...problems.slice(0, MOST_PROBLEMS), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n')}\n`);
    return FAILED;
  }
  if (passedOver > 0) { await io.stderr.write(`documents that are no Kubernetes objects, and were passed over: ${passedOver}\n`); }
  if (audit.objects === 0) {
    // A chart that failed to render pipes in nothing, and nothing must not be called clean.
    throw new Error(sentence({ what: 'input holds no Kubernetes object', expected: 'at least one with apiVersion and kind', todo: 'look at what made it' }));
  }
  return conclude(audit, options, baseline, io);
}

async function conclude(audit: ManifestAudit, options: AuditOptions, baseline: Baseline | undefined, io: CommandIo): Promise<number> {
  const isWaived = (finding: ReportedFinding) => options.acceptWaivers && finding.waiver !== undefined;
  // What is written down today is known from now on.
  const isKnown = (finding: ReportedFinding) => options.writeBaseline !== undefined || (baseline?.take(finding) ?? false);
  const findings = audit.conclude(finding => isWaived(finding) ? Status.WAIVED : isKnown(finding) ? Status.KNOWN : Status.OPEN);
  if (options.writeBaseline !== undefined) {
    writeBaseline(io.cwd, options.writeBaseline, Baseline.of(findings.filter(({ status }) => status === Status.KNOWN)));
  }
  const report: AuditReport = { kubernetesVersion: options.version.text, objects: audit.objects, rules: audit.rules, findings };
  for (const note of audit.notes) { await io.stderr.write(`${note}\n`); }
  const hasBaseline = baseline !== undefined || options.writeBaseline !== undefined;
  await writeAll(written(report, options.format, hasBaseline), io.stdout);
  if (options.writeBaseline === undefined && baseline && baseline.mended > 0) {
    await io.stderr.write(`findings of the baseline that are mended: ${baseline.mended}; write it anew with --write-baseline\n`);
  }
  const open = (severity: Severity) => findings.reduce((count, finding) => (
    finding.status === Status.OPEN && finding.severity === severity ? count + 1 : count
  ), 0);
  const warnings = open(Severity.WARNING);
  if (open(Severity.ERROR) > 0 || (warnings > 0 && options.severity === Severity.WARNING)) { return FINDINGS; }
  if (warnings > 0) {
    // Whoever sees only the exit code would take this for clean.
    await io.stderr.write(`warnings that do not count for the exit code: ${warnings}; count them with --severity warning\n`);
  }
  return CLEAN;
}

function written(report: AuditReport, format: ReportFormat, hasBaseline: boolean): Iterable<string> {
  switch (format) {
    case ReportFormat.TABLE: return table(report);
    case ReportFormat.JSON: return json(report);
    case ReportFormat.SARIF: return sarif(report, hasBaseline);
  }
}

async function writeAll(parts: Iterable<string>, stdout: Output): Promise<void> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK) { continue; }
    await stdout.write(chunk);
    chunk = '';
  }
  await stdout.write(chunk);
}
