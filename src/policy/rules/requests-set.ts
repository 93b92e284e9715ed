import { Rule, Severity } from '../rule';

const requested = (name: string, ...of: string[]) => (
  `(${of.flatMap(each => [`${each}.?resources.?limits.?${name}.hasValue()`, `${each}.?resources.?requests.?${name}.hasValue()`]).join(' || ')})`
);
const SET = `${requested('cpu', 'container')} && ${requested('memory', 'container')}`;

/**
 * Fields: resources.requests and resources.limits of spec.containers[*] and of init containers; from 1.34 also of spec.resources.
 * Allowed: cpu and memory in either, since the API server takes the limit as the request where there is none.
 */
export const requestsSet: Rule = {
  id: 'requests-set',
  title: 'Every container requests CPU and memory',
  why: 'Without a request the scheduler takes the container for nothing: it fills nodes past what they have, and the pod is the first to be evicted',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: SET,
  changes: [{ since: 34, expression: `${requested('cpu', 'pod', 'container')} && ${requested('memory', 'pod', 'container')}` }],
  message: 'container does not request CPU and memory; set resources.requests.cpu and resources.requests.memory',
  enforced: 'template',
  controls: {
    mitre: ['T1499'],
    checkov: ['CKV_K8S_10', 'CKV_K8S_12'],
    kubeLinter: ['unset-cpu-requirements'],
    kubescape: ['C-0004', 'C-0050', 'C-0268', 'C-0269'],
    trivy: ['KSV-0015', 'KSV-0016'],
    kubeScore: ['container-resources'],
    kubesec: ['RequestsCPU', 'RequestsMemory'],
    polaris: ['cpuRequestsMissing', 'memoryRequestsMissing'],
  },
};
