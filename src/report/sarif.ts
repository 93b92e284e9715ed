import * as path from 'path';
import { pathToFileURL } from 'url';
import { jsonStream, mapped } from './json-stream';
import { annotationFor, AuditReport, fingerprint, JudgedFinding, objectText, ReportedRule, Status, whereText } from './reported-finding';
import { CATALOG } from '../policy/catalog';
import { Controls, expressionFor, Severity } from '../policy/rule';
import { SET_CATALOG } from '../policy/set-catalog';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/cdk8s-hardened/cdk8s-hardened';

/** On the scale of CVSS, by which code hosts order what they show. */
const WEIGHTS: Readonly<Record<Severity, string>> = { [Severity.ERROR]: '8.0', [Severity.WARNING]: '4.0', [Severity.OFF]: '0.0' };

/** Code hosts refuse a rule with more. */
const MOST_TAGS = 20;

/** The report for code hosts and editors, in the Static Analysis Results Interchange Format 2.1.0. */
export function sarif(report: AuditReport, hasBaseline: boolean): Iterable<string> {
  const rules = rulesFor(Number(report.kubernetesVersion.split('.')[1]));
  const indexes = new Map(rules.map((rule, i) => [rule.id, i]));
  return jsonStream(entry => ({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-hardened', informationUri: HOME, rules: rules.map(descriptor) } },
      columnKind: 'utf16CodeUnits',
      results: [entry],
    }],
  }), mapped(report.findings, finding => result(finding, indexes.get(finding.rule.id)!, hasBaseline)));
}

/** All that were judged, those that nothing departs from with them: a code host closes what it showed of them before. */
function rulesFor(minor: number): ReportedRule[] {
  const judged = CATALOG.filter(rule => rule.severity !== Severity.OFF && expressionFor(rule, minor) !== undefined);
  const overSets = SET_CATALOG.filter(({ severity, since = 0, until = Infinity }) => severity !== Severity.OFF && since <= minor && minor <= until);
  return [...judged, ...overSets];
}

function descriptor(rule: ReportedRule): object {
  const fix = rule.message.slice(rule.message.indexOf('; ') + 2);
  const leave = `annotate the object with ${annotationFor({ rule })} and the reason, or add .<container> for one container, and accept it with --accept-waivers`;
  return {
    id: rule.id,
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: `${rule.why}.` },
    help: {
      text: `${rule.why}. To mend it: ${fix}. To waive it: ${leave}.`,
      markdown: `${rule.why}.\n\n**To mend it:** ${fix}.\n\n**To waive it:** ${leave}.`,
    },
    defaultConfiguration: { level: rule.severity },
    properties: {
      'tags': [...new Set(['security', 'kubernetes', ...tags(rule.controls)])].slice(0, MOST_TAGS),
      'precision': 'high',
      'problem.severity': rule.severity,
      'security-severity': WEIGHTS[rule.severity],
    },
  };
}

/** The frameworks that people audit by, such as `CIS 5.2.7`. */
function tags({ pss, cis, nsa, mitre }: Controls): string[] {
  const named = { PSS: pss, CIS: cis, NSA: nsa, MITRE: mitre };
  return Object.entries(named).flatMap(([name, ids]) => (ids ?? []).map(id => `${name} ${id}`));
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

/** What lies outside of the folder of the command has its whole path. */
function uriOf(file: string): string {
  return path.isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/');
}
