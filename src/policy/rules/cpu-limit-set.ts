import { Rule, Severity } from '../rule';

const positive = (of: string) => `quantity(string(${of}.?resources.?limits.?cpu.orValue('0'))).isGreaterThan(quantity('0'))`;
const SET = positive('container');

/**
 * Fields: spec.containers[*].resources.limits.cpu, and of init containers; from 1.34 also spec.resources.limits.cpu.
 * Allowed: more than 0, since 0 is no limit.
 */
export const cpuLimitSet: Rule = {
  id: 'cpu-limit-set',
  title: 'Every container has a limit on CPU, its own or that of the pod',
  why: 'A container that is broken or taken over takes all the time that other pods of the node leave, and all that they need beyond their requests',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: SET,
  changes: [{ since: 34, expression: `${SET} || ${positive('pod')}` }],
  message: 'container has no limit on CPU; set resources.limits.cpu',
  enforced: 'template',
  controls: {
    mitre: ['T1496'],
    checkov: ['CKV_K8S_11'],
    kubescape: ['C-0009', 'C-0050', 'C-0270'],
    trivy: ['KSV-0011'],
    kubeScore: ['container-resources'],
    kubesec: ['LimitsCPU'],
    polaris: ['cpuLimitsMissing'],
  },
};
