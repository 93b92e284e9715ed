import { Rule, Severity } from '../rule';

/**
 * Fields: spec.priorityClassName.
 * Allowed: any that does not begin with system-.
 */
export const priorityClassNotSystem: Rule = {
  id: 'priority-class-not-system',
  title: 'The pod does not count as a part of the cluster',
  why: 'A pod of these classes pushes others off their nodes, those of DNS and of the network too, and is not evicted when it takes too much',
  severity: Severity.ERROR,
  on: 'pod',
  expression: "!pod.?priorityClassName.orValue('').startsWith('system-')",
  message: 'pod has a priority class of the cluster itself; remove priorityClassName, or make a class for what must not wait',
  enforced: 'template',
  controls: {
    mitre: ['T1499'],
  },
};
