import { Rule, Severity } from '../rule';

const LABELS = 'object.?spec.?template.?metadata.?labels.orValue({})';
const EQUAL = 'object.?spec.?selector.?matchLabels.orValue({})';
const TERMS = 'object.?spec.?selector.?matchExpressions.orValue([])';
const EQUALS_HOLD = `${EQUAL}.all(key, key in ${LABELS} && ${LABELS}[key] == ${EQUAL}[key])`;
const IS_IN = `(term.operator == 'In') == (term.key in ${LABELS} && ${LABELS}[term.key] in term.values)`;
const TERMS_HOLD = `${TERMS}.all(term, term.operator in ['Exists', 'DoesNotExist'] ? (term.operator == 'Exists') == (term.key in ${LABELS}) : ${IS_IN})`;

/**
 * Fields: spec.selector, and spec.template.metadata.labels.
 * Allowed: a selector that is not empty and matches the labels.
 */
export const selectorMatchesTemplate: Rule = {
  id: 'selector-matches-template',
  title: 'The workload selects its own pods',
  why: 'The API server refuses a workload that would make pods for ever without finding them',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet'],
  expression: `size(${EQUAL}) + size(${TERMS}) > 0 && ${EQUALS_HOLD} && ${TERMS_HOLD}`,
  message: 'selector does not match the labels of the template; write the same labels in spec.selector.matchLabels and spec.template.metadata.labels',
  enforced: 'object',
  controls: {
    kubeLinter: ['mismatching-selector'],
    kubescape: ['C-0296'],
    kubeScore: ['deployment-pod-selector-labels-match-template-metadata-labels', 'statefulset-pod-selector-labels-match-template-metadata-labels'],
  },
};
