import { AppFinding, byWeight } from './app-finding';
import type { AppReport } from './app-report';
import { ALL_FRAMEWORKS } from './control-entries';
import { statusCounts } from './control-status';
import { flowMermaid } from './flow-mermaid';
import { summaryOf } from './summary';
import { counted } from './table';
import { byEnd, WaiverEntry } from './waiver-entries';
import { visible } from '../kube/problem';
import { FindingStatus } from '../policy/verdict';

/** Code hosts take 65,536 letters as a comment: the tables of findings and waivers, and a picture, have room in it beside each other. */
const LONGEST_TABLE = 25_000;
const LONGEST_CELL = 300;

/** The report of a synthesis for people, as a comment of a pull request. */
export function appMarkdown(report: AppReport): string {
  return [
    '# Security of these manifests',
    ...emergency(report),
    summary(report),
    ...findingsTable(report),
    ...waiversTable(report.waivers),
    ...controlsTable(report),
    ...flows(report),
    `## What manifests cannot prove\n\n${report.assumptions.map(each => `- ${each}`).join('\n')}`,
    `Files with their digests, all rules, and what policies of the cluster let depart: \`report.json\`. cdk8s-hardened ${report.library}.`,
  ].join('\n\n') + '\n';
}

function emergency({ breakGlass }: AppReport): string[] {
  return breakGlass === undefined ? [] : [`> **This synthesis passed in an emergency:** ${cell(breakGlass)}`];
}

function summary(report: AppReport): string {
  const { objects, rules, errors, warnings, known, waived, lifted } = summaryOf(report);
  const { kubernetesVersion, endOfLife, asOf, commit } = report;
  const counts = [counted(errors, 'error'), counted(warnings, 'warning'), ...aside({ known, waived, lifted })].join(', ');
  const age = asOf > endOfLife ? ` **Kubernetes ${kubernetesVersion} has had no patches since ${endOfLife}.**` : '';
  return `**${counts}** in ${counted(objects, 'object')}, by ${counted(rules, 'rule')}, for Kubernetes ${kubernetesVersion}, as of ${asOf}${commit === undefined ? '' : `, at commit ${commit}`}.${age}`;
}

function aside(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
}

/** What counts first; what is waived has a table of its own, by waiver. */
function findingsTable({ findings, show }: AppReport): string[] {
  const ordered = byWeight(findings.filter(({ status }) => status !== FindingStatus.WAIVED));
  return ordered.length === 0 ? [] : ['## Findings', tableOf(['severity', 'rule', 'where', 'what, and what to do'], ordered, each => findingRow(show(each)))];
}

function findingRow({ status, severity, rule, construct, at, message }: AppFinding): string[] {
  return [status === FindingStatus.OPEN ? severity : `${status} ${severity}`, rule, [construct, at].filter(Boolean).join(', '), message];
}

function waiversTable(waivers: readonly WaiverEntry[]): string[] {
  const ordered = byEnd(waivers);
  return ordered.length === 0 ? [] : ['## Waivers', tableOf(['rule', 'given at', 'reason', 'owner', 'ticket', 'approved by', 'until', 'used'], ordered, waiverRow)];
}

function waiverRow({ rule, container, construct, at, from, reason, owner, ticket, approvedBy, expires, isUsed }: WaiverEntry): string[] {
  const where = from ?? [construct === '' ? 'app' : construct, at].filter(Boolean).join(', ');
  return [container === undefined ? rule : `${rule}, ${container}`, where, reason, owner ?? '', ticket ?? '', approvedBy ?? '', expires ?? '', yesOrNo(isUsed)];
}

/** Framework by framework alone: a comment has no room for all of them. */
function controlsTable({ controls }: AppReport): string[] {
  const rows = [...ALL_FRAMEWORKS].map(([framework, name]) => [name, statusCounts(controls.filter(entry => entry.framework === framework))]);
  const table = tableOf(['controls of', 'status'], rows.filter(([, counts]) => counts !== ''), cells => cells);
  return ['## Controls', `${table}\n\nEach with its evidence: \`report.html\`.`];
}

function flows({ picture }: AppReport): string[] {
  if (picture.flows.length === 0) { return []; }
  const graph = flowMermaid(picture);
  const text = graph === undefined ? `${picture.flows.length} flows are too many for a picture here; \`report.html\` has them.` : `\`\`\`mermaid\n${graph}\n\`\`\``;
  return ['## Who talks to whom', text];
}

function yesOrNo(value: boolean | undefined): string {
  return value === undefined ? '' : value ? 'yes' : 'no';
}

function tableOf<T>(head: readonly string[], items: readonly T[], row: (item: T) => readonly string[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`;
  let text = `${line(head)}|${'---|'.repeat(head.length)}\n`;
  let shown = 0;
  for (; shown < items.length; shown++) {
    const next = line(row(items[shown]));
    if (text.length + next.length > LONGEST_TABLE) { break; }
    text += next;
  }
  return shown < items.length ? `${text}\nand ${items.length - shown} more` : text.trimEnd();
}

/** A text that can be no markup, no mention and no line of its own, whoever gave it. */
function cell(text: string): string {
  const short = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
  return visible(short.replace(/\s+/g, ' ')).replace(/[\\`*_[\]<>|#~$!]/g, '\\$&').replace(/@/g, '@\u200b').replace(/&/g, '&amp;');
}
