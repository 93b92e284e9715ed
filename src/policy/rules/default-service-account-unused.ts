import { Rule, Severity } from '../rule';

/**
 * Fields: spec.serviceAccountName, and spec.serviceAccount, its old name.
 * Allowed: any but default.
 */
export const defaultServiceAccountUnused: Rule = {
  id: 'default-service-account-unused',
  title: 'The pod has a service account of its own',
  why: 'What is granted to the default account is granted to every pod of the namespace that names none, of those that come later too',
  severity: Severity.WARNING,
  on: 'pod',
  expression: "!(pod.?serviceAccountName.or(pod.?serviceAccount).orValue('default') in ['', 'default'])",
  message: 'pod runs as the default service account; make a service account for it and set serviceAccountName',
  enforced: 'template',
  controls: {
    cis: ['5.1.5'],
    mitre: ['T1528'],
    kubeLinter: ['default-service-account'],
    kubesec: ['ServiceAccountName'],
  },
};
