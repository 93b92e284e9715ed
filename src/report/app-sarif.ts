import type { AppFinding } from './app-finding';
import type { AppReport } from './app-report';
import { mapped } from './json-stream';
import { Descriptor, descriptor, sarifLog, uriOf } from './sarif-parts';
import { withoutCredentials } from '../kube/credential';
import { Severity } from '../policy/rule';
import { FindingStatus } from '../policy/verdict';
import { UNWAIVABLE } from '../policy/waiver-findings';

/** The report of a synthesis for code hosts and editors, in the Static Analysis Results Interchange Format 2.1.0. */
export function appSarif(report: AppReport): Iterable<string> {
  const { rules: judged, findings, show, breakGlass } = report;
  const rules: Descriptor[] = judged.map(rule => descriptor(rule, UNWAIVABLE.has(rule.id) ? undefined : `give the construct waivers: [{ rule: '${rule.id}', reason: '…' }]`));
  const indexes = new Map(rules.map(({ id }, i) => [id, i]));
  // Of what a policy of the user's own asks for, the finding says everything.
  for (const { rule } of findings) {
    if (!indexes.has(rule)) { indexes.set(rule, rules.push({ id: rule }) - 1); }
  }
  return sarifLog(rules, mapped(findings, finding => result(show(finding), indexes.get(finding.rule)!, breakGlass)));
}

function result(finding: AppFinding, ruleIndex: number, breakGlass: string | undefined): object {
  const suppressions = suppressionsOf(finding, breakGlass);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity === Severity.OFF ? 'none' : finding.severity,
    message: { text: finding.message },
    locations: [{ ...physicalLocation(finding.at), logicalLocations: logicalLocations(finding) }],
    partialFingerprints: { 'cdk8sHardened/v1': finding.fingerprint },
    ...(suppressions.length > 0 ? { suppressions } : {}),
  };
}

/** The line that made the construct, where it is known. */
function physicalLocation(at: string | undefined): object {
  const [, file, line] = /^(.*):(\d+)$/.exec(at ?? '') ?? [];
  return file === undefined ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: Number(line) } } };
}

function logicalLocations({ construct, object, field }: AppFinding): object[] {
  return [
    { name: construct, kind: 'construct' },
    ...(object === undefined ? [] : [{ name: object, kind: 'resource' }]),
    ...(field === undefined ? [] : [{ name: field, kind: 'property' }]),
  ];
}

function suppressionsOf({ status, reason }: AppFinding, breakGlass = ''): object[] {
  switch (status) {
    case FindingStatus.OPEN: return [];
    case FindingStatus.WAIVED: return [{ kind: 'inSource', status: 'accepted', justification: reason ?? '' }];
    case FindingStatus.KNOWN: return [{ kind: 'external', status: 'accepted', justification: 'listed in the baseline' }];
    // An emergency lets one synthesis pass. Whoever looks at it afterwards has still to decide.
    case FindingStatus.LIFTED: return [{ kind: 'external', status: 'underReview', justification: withoutCredentials(`lifted in an emergency: ${breakGlass}`) }];
  }
}
