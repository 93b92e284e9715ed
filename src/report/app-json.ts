import type { AppReport } from './app-report';
import { jsonLists, mapped } from './json-stream';
import { summaryOf } from './summary';
import { withoutCredentials } from '../kube/credential';
import { REPORT_VERSION } from '../policy/team-waiver-reading';

/** The report of a synthesis for programs. Its version rises when a field goes or changes its meaning; new fields may come at any time. */
export function appJson(report: AppReport): Iterable<string> {
  const { library, kubernetesVersion, endOfLife, asOf, breakGlass, assumptions, files, rules, waivers, findings, show } = report;
  return jsonLists(([file, rule, waiver, finding]) => ({
    version: REPORT_VERSION,
    tool: { name: 'cdk8s-hardened', version: library },
    kubernetesVersion,
    endOfLife,
    asOf,
    ...(breakGlass === undefined ? {} : { breakGlass: withoutCredentials(breakGlass) }),
    summary: summaryOf(report),
    assumptions,
    files: [file],
    rules: [rule],
    waivers: [waiver],
    findings: [finding],
  }), [
    files,
    mapped(rules, ({ id, severity, title, controls }) => ({ id, severity, title, controls })),
    waivers,
    mapped(findings, show),
  ]);
}
