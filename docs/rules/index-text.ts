import { linkTo } from './chapter-text';
import { ALL_RULES, AnyRule } from './chapters';
import { Answer, Control, FRAMEWORKS, Framework, Scanner, SCANNERS } from './controls';
import type { Controls } from '../../src/policy/rule';
import { inOrder } from '../../src/report/frameworks';

/** From the ids of a framework or scanner to the rules that answer them. */
export type Index = ReadonlyMap<string, readonly string[]>;

export function indexOf(rules: readonly AnyRule[], key: keyof Controls): Index {
  const index = new Map<string, string[]>();
  for (const rule of rules) {
    for (const id of rule.controls[key] ?? []) { index.set(id, [...index.get(id) ?? [], rule.id]); }
  }
  return new Map([...index].sort(([a], [b]) => inOrder(a, b)));
}

export function frameworksText(rules: readonly AnyRule[], controls: readonly Control[], answers: readonly Answer[]): string {
  return [...FRAMEWORKS].map(([key, name]) => {
    const index = indexOf(rules, key);
    const left = key === 'cis' || key === 'nsa' ? leftText(key, 'Demands', index, controls, answers) : [];
    return [`### ${name}`, ...remarkOn(key), rulesById(index), ...left].join('\n\n');
  }).join('\n\n');
}

function remarkOn(framework: Framework): string[] {
  switch (framework) {
    case 'cis': return [
      'Numbers are those under which Kubescape reports. In version 1.12 the benchmark has no 5.2.9 any more, and counts 5.2.10 to 5.2.13 and '
        + 'all of 5.7 one lower.',
    ];
    case 'nsa': return ['Numbers are those of trivy\'s report on the guide, whose own sections have none.'];
    default: return [];
  }
}

function rulesById(index: Index): string {
  return ['| id | rules |', '|---|---|', ...[...index].map(([id, rules]) => `| ${id} | ${rules.map(linkTo).join(', ')} |`)].join('\n');
}

export function scannersText(rules: readonly AnyRule[], controls: readonly Control[], answers: readonly Answer[]): string {
  return [...SCANNERS].map(([scanner, name]) => {
    const index = indexOf(rules, scanner);
    const all = new Set(controls.flatMap(control => control.ids[scanner] ?? []));
    const count = `Of ${all.size} checks, rules answer ${[...all].filter(id => index.has(id)).length}.`;
    return [`### ${name}`, count, rulesById(index), ...leftText(scanner, 'Checks', index, controls, answers)].join('\n\n');
  }).join('\n\n');
}

/** Ids that no rule names, with what is said instead. */
function leftText(key: Scanner | 'cis' | 'nsa', what: string, index: Index, controls: readonly Control[], answers: readonly Answer[]): string[] {
  const byControl = new Map(answers.map(answer => [answer.control, answer]));
  const reasons = new Map<string, Set<string>>();
  for (const { name, ids } of controls) {
    for (const id of (ids[key] ?? []).filter(each => !index.has(each))) {
      reasons.set(id, (reasons.get(id) ?? new Set()).add(answerText(byControl.get(name)!)));
    }
  }
  const rows = [...reasons].sort(([a], [b]) => inOrder(a, b)).map(([id, texts]): [string, string] => [id, [...texts].join('; ')]);
  return rows.length > 0 ? [`${what} that no rule names:`, byAnswer('ids', rows)] : [];
}

/** A table of what has an answer; what has the same one stands in one row. */
function byAnswer(head: string, rows: readonly (readonly [string, string])[]): string {
  const grouped = new Map<string, string[]>();
  for (const [name, text] of rows) { grouped.set(text, [...grouped.get(text) ?? [], name]); }
  return [`| ${head} | answer |`, '|---|---|', ...[...grouped].map(([text, names]) => `| ${names.join(', ')} | ${text} |`)].join('\n');
}

function answerText({ by, names, reason }: Answer): string {
  const why = withLinks(reason);
  switch (by) {
    case 'rule': return [names.map(linkTo).join(', '), ...(why ? [why] : [])].join(': ');
    case 'construct': return `\`${names.join('`, `')}\`: ${why}`;
    case 'part': return `to come with part \`${names.join('`, `')}\`: ${why}`;
    case 'none': return `left out: ${why}`;
  }
}

/** A reason can name rules. */
function withLinks(text: string): string {
  return text.replace(/[a-z]+(-[a-z]+)+/g, word => ALL_RULES.some(({ id }) => id === word) ? linkTo(word) : word);
}

/** Every control that no rule judges, by what stands in for one. */
export function unjudgedText(controls: readonly Control[], answers: readonly Answer[]): string {
  const unjudged = new Map(answers.filter(({ by }) => by !== 'rule').map(answer => [answer.control, answer]));
  const of = (category: string) => controls.filter(control => control.category === category && unjudged.has(control.name));
  const categories = [...new Set(controls.map(({ category }) => category))].filter(category => of(category).length > 0);
  return categories.map(category => (
    [`### About ${category}`, byAnswer('controls', of(category).map(({ name }) => [name, answerText(unjudged.get(name)!)]))].join('\n\n')
  )).join('\n\n');
}
