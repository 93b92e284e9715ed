import type { KubernetesVersion } from '../kube/kubernetes-version';
import { Severity } from '../policy/rule';
import { judgedDay } from '../policy/waiver-date';
import { readBaseline } from '../report/baseline-file';
import { ManifestAudit } from '../report/manifest-audit';
import { readManifests } from '../report/manifest-reader';
import { JudgedFinding, Status, whereText } from '../report/reported-finding';

/** What cdk8s-cli passes to a validation, as far as it is used here. */
export interface ValidationContext {
  /** Paths of the manifests, in the order of the disk. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: Violation): void;
    submit(status: 'success' | 'failure', metadata: Record<string, string>): void;
  };
}

/** What is wrong, as cdk8s-cli prints it, and where. */
export interface Violation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: { readonly resourceName: string; readonly locations: string[]; readonly manifestPath: string }[];
}

export interface ValidationOptions {
  readonly version: KubernetesVersion;
  /** The least that fails. */
  readonly least: Severity;
  readonly baseline?: string;
  readonly acceptsWaivers: boolean;
}

/** Judges the manifests of one synthesis together, and reports what counts; of the rest the numbers. */
export async function validateManifests({ manifests, report }: ValidationContext, options: ValidationOptions): Promise<void> {
  const { version, least, acceptsWaivers } = options;
  const cwd = process.cwd();
  const baseline = options.baseline === undefined ? undefined : readBaseline(cwd, options.baseline);
  const audit = new ManifestAudit(version.minor, judgedDay(undefined));
  const { problems } = await readManifests([...manifests].sort(), { cwd, stdin: nothing() }, (json, place) => audit.see(json, place));
  if (problems.length > 0) { throw new Error(problems.join('\n')); }
  const findings = audit.conclude(finding => {
    if (acceptsWaivers && finding.waiver !== undefined) { return Status.WAIVED; }
    return baseline?.take(finding) ? Status.KNOWN : Status.OPEN;
  });
  const open = findings.filter(({ status }) => status === Status.OPEN);
  const errors = open.filter(({ severity }) => severity === Severity.ERROR);
  const counting = least === Severity.ERROR ? errors : open;
  for (const violation of violationsOf(counting)) { report.addViolation(violation); }
  report.submit(counting.length > 0 ? 'failure' : 'success', {
    'Kubernetes': version.text,
    'Objects': String(audit.objects),
    'Errors': String(errors.length),
    'Warnings': String(open.length - errors.length),
    'In the baseline': String(findings.filter(({ status }) => status === Status.KNOWN).length),
    'Waived': String(findings.filter(({ status }) => status === Status.WAIVED).length),
  });
}

/** One violation for each rule and each way to say it. cdk8s-cli knows an object only by its name, so that each place says more. */
function violationsOf(findings: readonly JudgedFinding[]): Iterable<Violation> {
  const violations = new Map<string, Violation>();
  for (const finding of findings) {
    const { rule, problem, fix, object, field, place } = finding;
    const key = JSON.stringify([rule.id, problem, fix]);
    const violation = violations.get(key) ?? { ruleName: rule.id, recommendation: `${problem}: ${rule.why}`, fix, violatingResources: [] };
    violations.set(key, violation);
    violation.violatingResources.push({
      resourceName: object.name,
      locations: [`${whereText(finding)}${field === undefined ? '' : `: ${field}`} (line ${place.line})`],
      manifestPath: place.file,
    });
  }
  return violations.values();
}

async function* nothing(): AsyncGenerator<Buffer> {}
