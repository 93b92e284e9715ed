import { mapped } from './json-stream';
import { annotationFor, AuditReport, fingerprint, isExcusable, JudgedFinding, objectText, Status, whereText } from './reported-finding';
import type { ReportedRule } from './reported-rule';
import { descriptor, sarifLog, uriOf } from './sarif-parts';

/** The report for code hosts and editors, in the Static Analysis Results Interchange Format 2.1.0. */
export function sarif(report: AuditReport, hasBaseline: boolean): Iterable<string> {
  const { rules } = report;
  const indexes = new Map(rules.map((rule, i) => [rule.id, i]));
  return sarifLog(
    rules.map(rule => descriptor(rule, isExcusable({ rule }) ? leaveFor(rule) : undefined)),
    mapped(report.findings, finding => result(finding, indexes.get(finding.rule.id)!, hasBaseline)),
  );
}

function leaveFor(rule: ReportedRule): string {
  return `annotate the object with ${annotationFor({ rule })} and the reason, or add .<container> for one container, and accept it with --accept-waivers`;
}

function result(finding: JudgedFinding, ruleIndex: number, hasBaseline: boolean): object {
  const { rule, severity, status, place, object, field, problem, fix } = finding;
  const suppressions = suppressionsOf(finding);
  return {
    ruleId: rule.id,
    ruleIndex,
    level: severity,
    message: { text: `${whereText(finding)}: ${problem}${field ? ` (${field})` : ''}; ${fix}` },
    locations: [{
      physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, region: { startLine: place.line } },
      logicalLocations: [
        { name: object.name, fullyQualifiedName: [object.apiVersion, object.kind, object.namespace ?? '', object.name].join('/'), kind: 'resource' },
        ...(field ? [{ name: field, fullyQualifiedName: `${objectText(object)}: ${field}`, kind: 'property' }] : []),
      ],
    }],
    partialFingerprints: { 'cdk8sHardened/v1': fingerprint(finding) },
    ...(hasBaseline ? { baselineState: status === Status.KNOWN ? 'unchanged' : 'new' } : {}),
    ...(suppressions.length > 0 ? { suppressions } : {}),
  };
}

/** A reason that stands on the object is under review until whoever runs the command accepts it. */
function suppressionsOf({ status, waiver }: JudgedFinding): object[] {
  return [
    ...(waiver === undefined ? [] : [{ kind: 'inSource', status: status === Status.WAIVED ? 'accepted' : 'underReview', justification: waiver }]),
    ...(status === Status.KNOWN ? [{ kind: 'external', status: 'accepted', justification: 'listed in the baseline' }] : []),
  ];
}
