import type { AppReport } from './app-report';
import { flowEntries } from './flow-picture';
import { jsonLists, mapped } from './json-stream';
import { summaryOf } from './summary';
import { withoutCredentials } from '../kube/credential';
import { REPORT_VERSION } from '../policy/team-waiver-reading';

/** The report of a synthesis for programs. Its version rises when a field goes or changes its meaning; new fields may come at any time. */
export function appJson(report: AppReport): Iterable<string> {
  const { library, kubernetesVersion, endOfLife, asOf, commit, breakGlass, assumptions, guardrails, picture } = report;
  const { files, rules, assessments, controls, waivers, findings, show } = report;
  return jsonLists(([file, rule, control, flow, waiver, finding]) => ({
    version: REPORT_VERSION,
    tool: { name: 'cdk8s-hardened', version: library },
    kubernetesVersion,
    endOfLife,
    asOf,
    ...(commit === undefined ? {} : { commit }),
    ...(breakGlass === undefined ? {} : { breakGlass: withoutCredentials(breakGlass) }),
    summary: summaryOf(report),
    assumptions,
    guardrails,
    files: [file],
    rules: [rule],
    controls: [control],
    flows: [flow],
    waivers: [waiver],
    findings: [finding],
  }), [
    files,
    mapped(rules, ({ id, severity, title, controls: named }) => ({ id, severity, title, controls: named, ...assessments.get(id) })),
    controls,
    flowEntries(picture),
    waivers,
    mapped(findings, show),
  ]);
}
