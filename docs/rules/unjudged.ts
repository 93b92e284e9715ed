import { ALL_RULES } from './chapters';
import { readAnswers, readControls } from './controls';
import { FRAMEWORKS, inOrder, SCANNERS } from '../../src/report/frameworks';

/** The ids of frameworks and scanners that no rule names, for reports, as a source file: what answers them instead stands beside them. */
export function unjudgedSource(): string {
  const controls = new Map(readControls().map(control => [control.name, control]));
  const keys = [...FRAMEWORKS.keys(), ...SCANNERS.keys()];
  const named = new Set(ALL_RULES.flatMap(rule => keys.flatMap(key => (rule.controls[key] ?? []).map(id => `${key}:${id}`))));
  const groups = new Map<string, Set<string>>();
  for (const { control, by, names, reason } of readAnswers()) {
    const { category, ids } = controls.get(control)!;
    const left = keys.flatMap(key => ((ids as any)[key] as string[] ?? []).map(id => `${key}:${id}`)).filter(id => !named.has(id));
    if (left.length === 0) { continue; }
    const key = JSON.stringify({ by, names, category, reason });
    groups.set(key, new Set([...groups.get(key) ?? [], ...left]));
  }
  return [
    'import type { UnjudgedControls } from \'./unjudged-control\';',
    '',
    '/** Made by `npx projen rules` from the tables of controls. */',
    'export const UNJUDGED: readonly UnjudgedControls[] = [',
    ...[...groups].map(([key, ids]) => entry(JSON.parse(key), [...ids].sort(inOrder))),
    '];',
    '',
  ].join('\n');
}

function entry(group: { by: string; names: string[]; category: string; reason: string }, ids: readonly string[]): string {
  const names = group.names.map(quoted).join(', ');
  const { by, category, reason } = group;
  return `  { by: ${quoted(by)}, names: [${names}], category: ${quoted(category)}, reason: ${quoted(reason)}, ids: ${quoted(ids.join(' '))} },`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
