import type { AnyRule, Chapter } from './chapters';
import { FRAMEWORKS, SCANNERS } from './controls';
import { enforceable } from '../../src/policy/guarded-rules';
import { Controls, Covers, Element, Severity } from '../../src/policy/rule';
import { UNWAIVABLE } from '../../src/policy/waiver-findings';

export const SEVERITIES: { readonly [severity in Severity]: string } = {
  [Severity.ERROR]: 'error',
  [Severity.WARNING]: 'warning',
  [Severity.OFF]: 'off',
};

const COVERED: { readonly [covers in Covers]: string } = {
  main: 'each container, but no init container and no ephemeral one',
  running: 'each container, and each native sidecar',
  declared: 'each container and init container',
  all: 'each container, init container and ephemeral container',
};

const JUDGED: { readonly [element in Exclude<Element, 'container' | 'object'>]: string } = {
  pod: 'the spec of each pod and pod template',
  meta: 'the metadata of each pod and pod template',
  volume: 'each volume of each pod and pod template',
};

/** Longer lists tell nobody anything. */
const MOST_KINDS = 12;

/** The anchor that a heading with a rule's id has. */
export function linkTo(id: string): string {
  return `[\`${id}\`](#${id})`;
}

export function anchorOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9 -]/g, '').replace(/ /g, '-');
}

export function chapterText({ title, rules }: Chapter): string {
  return [`## ${title}`, overview(rules), ...rules.map(ruleText)].join('\n\n');
}

/** Errors first, since they are what ends a synthesis. */
function overview(rules: readonly AnyRule[]): string {
  const rows = [Severity.ERROR, Severity.WARNING, Severity.OFF].flatMap(severity => (
    rules.filter(rule => rule.severity === severity).map(({ id, title }) => `| ${linkTo(id)} | ${SEVERITIES[severity]} | ${title} |`)
  ));
  return ['| rule | severity | what must hold |', '|---|---|---|', ...rows].join('\n');
}

function ruleText(rule: AnyRule): string {
  return [
    `### ${rule.id}`,
    `${rule.title}. **${SEVERITIES[rule.severity]}**`,
    `${rule.why}.`,
    [
      `- **To mend it:** ${fixOf(rule)}.`,
      `- **Judged:** ${judged(rule)}${levelOf(rule)}.`,
      ...versionsOf(rule),
      `- **In the cluster:** ${inCluster(rule)}.`,
      ...(UNWAIVABLE.has(rule.id) ? ['- **Waiver:** none; nobody can be given leave from it.'] : []),
      ...controlsOf(rule),
    ].join('\n'),
  ].join('\n\n');
}

/** What a message says after its semicolon. */
export function fixOf({ message }: AnyRule): string {
  return message.slice(message.indexOf('; ') + 2);
}

function judged(rule: AnyRule): string {
  if (rule.on === undefined) { return 'the whole app, when all its objects are known'; }
  const kinds = rule.kinds && [...new Set(rule.kinds.map(kind => kind.replace(/^.*\//, '')))].sort();
  if (rule.on === 'object') { return kinds!.length > MOST_KINDS ? `each object of ${kinds!.length} kinds` : `each ${listed(kinds!)}`; }
  const part = rule.on === 'container' ? `${COVERED[rule.covers!]} of pods and pod templates` : JUDGED[rule.on];
  return kinds ? `${part}, in each ${listed(kinds)}` : part;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

function levelOf({ level }: AnyRule): string {
  switch (level) {
    case 'baseline': return ', wherever the namespace is not known to be privileged';
    case 'restricted': return ', wherever the namespace enforces the restricted level';
    default: return '';
  }
}

function versionsOf({ since, until, changes }: AnyRule): string[] {
  const bounds = [...(since ? [`from 1.${since}`] : []), ...(until ? [`up to 1.${until}`] : [])];
  const changed = changes ? [`with what changes in ${listed(changes.map(change => `1.${change.since}`))}`] : [];
  return bounds.length + changed.length > 0 ? [`- **Kubernetes:** ${[...bounds, ...changed].join(', ')}.`] : [];
}

function inCluster(rule: AnyRule): string {
  if (rule.expression === undefined) { return 'not judged, since a request has one object and this needs more'; }
  const against = reasonAgainst(rule.id);
  if (against !== undefined) { return `not judged${against && `: ${against}`}`; }
  const where = `by \`AdmissionGuardrails\`${rule.on === 'object' ? '' : rule.enforced === 'pod' ? ', in templates and in pods' : ', in templates'}`;
  return rule.severity === Severity.ERROR ? where : `${where}, if it is asked for by its id`;
}

/** What guardrails answer to whoever asks them for the rule; nothing where they take it. */
function reasonAgainst(id: string): string | undefined {
  try {
    enforceable(id);
    return undefined;
  } catch (error) {
    return /^rule cannot be enforced by guardrails: (.*): got /.exec((error as Error).message)?.[1] ?? '';
  }
}

function controlsOf(rule: AnyRule): string[] {
  return [...named('Demanded by', rule, FRAMEWORKS), ...named('Checked by', rule, SCANNERS)];
}

function named<Key extends keyof Controls>(head: string, { controls }: AnyRule, names: ReadonlyMap<Key, string>): string[] {
  const lists = [...names].flatMap(([key, name]) => {
    const ids = controls[key];
    return ids ? [`${name} ${ids.map(id => `\`${id}\``).join(', ')}`] : [];
  });
  return lists.length > 0 ? [`- **${head}:** ${lists.join('; ')}.`] : [];
}
