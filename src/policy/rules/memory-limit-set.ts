import { Rule, Severity } from '../rule';

const positive = (of: string) => `quantity(string(${of}.?resources.?limits.?memory.orValue('0'))).isGreaterThan(quantity('0'))`;
const SET = positive('container');

/**
 * Fields: spec.containers[*].resources.limits.memory, and of init containers; from 1.34 also spec.resources.limits.memory.
 * Allowed: more than 0, since 0 is no limit.
 */
export const memoryLimitSet: Rule = {
  id: 'memory-limit-set',
  title: 'Every container has a limit on memory, its own or that of the pod',
  why: 'A container that leaks or is taken over takes the memory of the node, and the kernel ends other pods for it',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: SET,
  changes: [{ since: 34, expression: `${SET} || ${positive('pod')}` }],
  message: 'container has no limit on memory; set resources.limits.memory',
  enforced: 'template',
  controls: {
    mitre: ['T1499'],
    checkov: ['CKV_K8S_13'],
    kubeLinter: ['unset-memory-requirements'],
    kubescape: ['C-0004', 'C-0009', 'C-0271'],
    trivy: ['KSV-0018'],
    kubeScore: ['container-resources'],
    kubesec: ['LimitsMemory'],
    polaris: ['memoryLimitsMissing'],
  },
};
