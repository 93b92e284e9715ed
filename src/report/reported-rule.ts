import { withoutCredentials } from '../kube/credential';
import { CATALOG } from '../policy/catalog';
import { expressionFor, Rule, Severity } from '../policy/rule';
import { SET_CATALOG } from '../policy/set-catalog';

/** What a report says of a rule, whether it is about one object or several. */
export type ReportedRule = Pick<Rule, 'id' | 'title' | 'why' | 'severity' | 'message' | 'controls'>;

/**
 * All that are judged for one minor version of the cluster, those that nothing departs from with them: a code host closes what it showed of
 * them before.
 *
 * @param own rules that somebody brings beside those of the catalog
 * @param more rules that are no expressions
 */
export function judgedRules(minor: number, own: readonly Rule[], more: readonly ReportedRule[]): ReportedRule[] {
  const judged = [...CATALOG, ...own.map(cleaned)].filter(rule => rule.severity !== Severity.OFF && expressionFor(rule, minor) !== undefined);
  const overSets = SET_CATALOG.filter(({ severity, since = 0, until = Infinity }) => severity !== Severity.OFF && since <= minor && minor <= until);
  return [...judged, ...overSets, ...more];
}

/** What users write themselves can hold anything. */
function cleaned(rule: Rule): Rule {
  const { title, why, message, controls } = rule;
  const [cleanTitle, cleanWhy, cleanMessage] = [title, why, message].map(withoutCredentials);
  const own = controls.own?.map(withoutCredentials);
  return { ...rule, title: cleanTitle, why: cleanWhy, message: cleanMessage, controls: { ...controls, ...(own === undefined ? {} : { own }) } };
}
