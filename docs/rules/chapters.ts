import { RULES_OF_FLOWS } from '../../src/network/flow-rules';
import { controllerRevisionUnwritten } from '../../src/policy/controller-revision-unwritten';
import { DEPARTURE_RULES } from '../../src/policy/departure-rules';
import type { DescribedRule } from '../../src/policy/described-rule';
import { IDENTITY_RULES } from '../../src/policy/identity-rules';
import { imageRegistryTrusted } from '../../src/policy/image-registry-trusted';
import type { Rule } from '../../src/policy/rule';
import { RULE_GROUPS } from '../../src/policy/rule-groups';
import { SET_CATALOG } from '../../src/policy/set-catalog';

/** A rule of whatever kind; what it says of itself beyond the words depends on the kind. */
export type AnyRule = DescribedRule & Partial<Rule>;

export interface Chapter {
  readonly title: string;
  readonly rules: readonly AnyRule[];
}

const byId = (rules: readonly AnyRule[]): AnyRule[] => [...rules].sort((a, b) => a.id < b.id ? -1 : 1);

/** Every rule there is, once, by the question that it answers. */
export const CHAPTERS: readonly Chapter[] = [
  ...RULE_GROUPS,
  { title: 'What several objects must be together', rules: byId([...SET_CATALOG, ...IDENTITY_RULES]) },
  { title: 'What the declared flows must be', rules: byId(RULES_OF_FLOWS) },
  { title: 'What only the settings of an app can say', rules: [imageRegistryTrusted([])] },
  { title: 'What only the cluster can judge', rules: [controllerRevisionUnwritten] },
  { title: 'What departures must be', rules: byId(DEPARTURE_RULES) },
].filter(({ rules }) => rules.length > 0);

export const ALL_RULES: readonly AnyRule[] = CHAPTERS.flatMap(({ rules }) => rules);
