import type { Rule } from './rule';
import { RULE_GROUPS } from './rule-groups';

/** All rules about one object, in the order of their ids. */
export const CATALOG: readonly Rule[] = RULE_GROUPS.flatMap(({ rules }) => rules).sort((a, b) => a.id < b.id ? -1 : 1);

const BY_ID: ReadonlyMap<string, Rule> = new Map(CATALOG.map(rule => [rule.id, rule]));

export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}
