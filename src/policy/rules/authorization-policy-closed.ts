import { Rule, Severity } from '../rule';

const SAYS = ['from', 'to', 'when'];

/**
 * Fields: spec.action and spec.rules[*] of an AuthorizationPolicy.
 * Allowed: rules that say from whom, to what or when; anything where the action is not ALLOW.
 */
export const authorizationPolicyClosed: Rule = {
  id: 'authorization-policy-closed',
  title: 'No policy of the mesh lets everybody do everything',
  why: 'An empty rule fits every request, so it undoes all that other policies for the same pods leave out',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['security.istio.io/AuthorizationPolicy'],
  expression: `object.?spec.?action.orValue('ALLOW') != 'ALLOW' || object.?spec.?rules.orValue([]).all(rule, ${SAYS.map(part => `size(rule.?${part}.orValue([])) > 0`).join(' || ')})`,
  message: 'policy lets everybody do everything; name the callers in from.source.principals, and what they may do in to.operation',
  enforced: 'object',
  controls: {
    mitre: ['T1046'],
  },
};
