import { Rule, Severity } from '../rule';

const LABELS = ['name', 'instance', 'version', 'component', 'part-of', 'managed-by', 'created-by'].map(name => `app.kubernetes.io/${name}`);

/**
 * Fields: metadata.labels of pods and templates.
 * Allowed: at least one of those that Kubernetes recommends.
 */
export const recommendedLabelsSet: Rule = {
  id: 'recommended-labels-set',
  title: 'Pods bear a label by which tools know applications',
  why: 'Without one, nobody who meets the pod in an alert knows whose it is',
  severity: Severity.OFF,
  on: 'meta',
  expression: `meta.?labels.orValue({}).exists(name, name in ${JSON.stringify(LABELS)})`,
  message: 'pods bear none of the recommended labels; add app.kubernetes.io/name and app.kubernetes.io/instance',
  enforced: 'template',
  controls: {
    kubescape: ['C-0077'],
  },
};
