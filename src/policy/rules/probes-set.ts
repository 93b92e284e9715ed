import { Rule, Severity } from '../rule';

/**
 * Fields: readinessProbe of spec.containers[*] and of native sidecars, of a Deployment, a StatefulSet and a DaemonSet.
 * Allowed: present.
 */
export const probesSet: Rule = {
  id: 'probes-set',
  title: 'Every container that serves says when it is ready',
  why: 'Without it a pod gets requests from its start, and keeps getting them while it cannot answer: each rollout is an outage',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'running',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet'],
  expression: 'has(container.readinessProbe)',
  message: 'container does not say when it is ready; set readinessProbe',
  enforced: 'template',
  controls: {
    checkov: ['CKV_K8S_9'],
    kubeLinter: ['no-readiness-probe'],
    kubescape: ['C-0018'],
    kubeScore: ['pod-probes'],
    polaris: ['readinessProbeMissing'],
  },
};
