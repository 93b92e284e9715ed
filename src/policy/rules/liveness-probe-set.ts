import { Rule, Severity } from '../rule';

/**
 * Fields: livenessProbe of spec.containers[*] and of native sidecars, of a Deployment, a StatefulSet and a DaemonSet.
 * Allowed: present.
 */
export const livenessProbeSet: Rule = {
  id: 'liveness-probe-set',
  title: 'Every container that serves says that it lives',
  why: 'A program that hangs keeps its pod, which is counted as there and answers nobody',
  severity: Severity.OFF,
  on: 'container',
  covers: 'running',
  kinds: ['apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet'],
  expression: 'has(container.livenessProbe)',
  message: 'container does not say that it lives; set livenessProbe, and let it ask for less than readinessProbe',
  enforced: 'template',
  controls: {
    checkov: ['CKV_K8S_8'],
    kubeLinter: ['no-liveness-probe'],
    kubescape: ['C-0056'],
    kubeScore: ['pod-probes'],
    polaris: ['livenessProbeMissing'],
  },
};
