import { Rule, Severity } from '../rule';

const high = (field: string) => `container.?securityContext.?${field}.or(pod.?securityContext.?${field}).orValue(0) > 10000`;

/**
 * Fields: runAsUser and runAsGroup of spec.containers[*].securityContext, and of init containers; where a container says nothing, of
 * spec.securityContext.
 * Allowed: numbers above 10000; anything on Windows, which has none.
 */
export const userIdsHigh: Rule = {
  id: 'user-ids-high',
  title: 'Every container runs under numbers that no user of the node has',
  why: 'Whoever gets out of the container has on the node the rights and the files of whoever has the same number there',
  severity: Severity.WARNING,
  on: 'container',
  covers: 'declared',
  expression: `pod.?os.?name.orValue('') == 'windows' || (${high('runAsUser')} && ${high('runAsGroup')})`,
  message: 'container runs under a number that a user of the node may have; set runAsUser and runAsGroup above 10000',
  enforced: 'template',
  controls: {
    mitre: ['T1611'],
    checkov: ['CKV_K8S_40'],
    trivy: ['KSV-0020', 'KSV-0021'],
    kubeScore: ['container-security-context-user-group-id'],
    kubesec: ['RunAsGroup', 'RunAsUser'],
  },
};
