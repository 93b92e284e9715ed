import * as path from 'path';
import { pathToFileURL } from 'url';
import { jsonStream } from './json-stream';
import type { ReportedRule } from './reported-rule';
import { Controls, Severity } from '../policy/rule';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/cdk8s-hardened/cdk8s-hardened';

/** On the scale of CVSS, by which code hosts order what they show. */
const WEIGHTS: Readonly<Record<Severity, string>> = { [Severity.ERROR]: '8.0', [Severity.WARNING]: '4.0', [Severity.OFF]: '0.0' };

/** Code hosts refuse a rule with more. */
const MOST_TAGS = 20;

/** A rule as SARIF describes it. */
export type Descriptor = { readonly id: string };

/** A whole log with one run, in parts. */
export function sarifLog(rules: readonly Descriptor[], results: Iterable<object>): Iterable<string> {
  return jsonStream(entry => ({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdk8s-hardened', informationUri: HOME, rules } },
      columnKind: 'utf16CodeUnits',
      results: [entry],
    }],
  }), results);
}

/** @param leave how it is waived, where it can be */
export function descriptor(rule: ReportedRule, leave?: string): Descriptor {
  const fix = rule.message.slice(rule.message.indexOf('; ') + 2);
  return {
    id: rule.id,
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: `${rule.why}.` },
    help: {
      text: `${rule.why}. To mend it: ${fix}.${leave === undefined ? '' : ` To waive it: ${leave}.`}`,
      markdown: `${rule.why}.\n\n**To mend it:** ${fix}.${leave === undefined ? '' : `\n\n**To waive it:** ${leave}.`}`,
    },
    defaultConfiguration: { level: rule.severity },
    properties: {
      'tags': [...new Set(['security', 'kubernetes', ...tags(rule.controls)])].slice(0, MOST_TAGS),
      'precision': 'high',
      'problem.severity': rule.severity,
      'security-severity': WEIGHTS[rule.severity],
    },
  } as Descriptor;
}

/** The frameworks that people audit by, such as `CIS 5.2.7`. */
function tags({ pss, cis, nsa, mitre }: Controls): string[] {
  const named = { PSS: pss, CIS: cis, NSA: nsa, MITRE: mitre };
  return Object.entries(named).flatMap(([name, ids]) => (ids ?? []).map(id => `${name} ${id}`));
}

/** What lies outside of the folder of the command has its whole path. */
export function uriOf(file: string): string {
  return path.isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/');
}
