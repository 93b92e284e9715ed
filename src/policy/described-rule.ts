import type { Rule } from './rule';

/** What people are told about a rule that is no expression. */
export type DescribedRule = Pick<Rule, 'id' | 'title' | 'why' | 'severity' | 'message' | 'controls'>;
