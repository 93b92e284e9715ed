import { Rule, Severity } from '../rule';

/**
 * Fields: spec.priorityClassName of a pod.
 * Allowed: any name.
 */
export const priorityClassSet: Rule = {
  id: 'priority-class-set',
  title: 'The pod has a priority class',
  why: 'Where nodes run short, pods without a class count as little as those that nobody would miss',
  severity: Severity.OFF,
  on: 'pod',
  expression: "pod.?priorityClassName.orValue('') != ''",
  message: 'pod has no priority; make a PriorityClass, and name it in priorityClassName',
  enforced: 'template',
  controls: {
    polaris: ['priorityClassNotSet'],
  },
};
