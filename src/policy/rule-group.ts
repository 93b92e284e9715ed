import type { Rule } from './rule';

/** Rules that answer one question. */
export interface RuleGroup {
  /** The question, as the heading of a chapter. */
  readonly title: string;
  /** In the order of their ids. */
  readonly rules: readonly Rule[];
}
