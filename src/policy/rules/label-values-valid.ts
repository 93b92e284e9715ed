import { Rule, Severity } from '../rule';

/**
 * Fields: metadata.labels of the pods.
 * Allowed: texts of up to 63 letters, digits, hyphens, underscores and dots, with a letter or a digit at both ends; empty ones.
 */
export const labelValuesValid: Rule = {
  id: 'label-values-valid',
  title: 'Labels of the pods are such as the API server takes',
  why: 'The API server refuses the pods, so a workload that it has taken stands without them',
  severity: Severity.ERROR,
  on: 'meta',
  expression: "meta.?labels.orValue({}).all(key, string(meta.labels[key]).matches('^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$'))",
  message: 'value of a label is not valid; write up to 63 letters, digits, hyphens, underscores and dots',
  enforced: 'template',
  controls: {
    kubeScore: ['label-values'],
  },
};
