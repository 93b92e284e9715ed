import { Rule, Severity } from '../rule';

const HANDLERS = ['exec', 'grpc', 'tcpSocket', 'httpGet'];
const differs = (handler: string) => `container.?livenessProbe.?${handler}.orValue({}) != container.?readinessProbe.?${handler}.orValue({})`;

/**
 * Fields: spec.containers[*].livenessProbe and spec.containers[*].readinessProbe.
 * Allowed: two that ask for different things.
 */
export const probesDiffer: Rule = {
  id: 'probes-differ',
  title: 'A container is not ended for the reason for which it is not ready',
  why: 'Where both ask the same, a pod that is only busy is ended, its requests go to the others, and they are ended next',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'running',
  expression: `!has(container.livenessProbe) || !has(container.readinessProbe) || ${HANDLERS.map(differs).join(' || ')}`,
  message: 'the same is asked for life and for readiness; let livenessProbe ask for less, such as an open port',
  enforced: 'template',
  controls: {
    mitre: ['T1499'],
    kubeScore: ['pod-probes-identical'],
  },
};
