import { Rule, Severity } from '../rule';

const NON_ROOT = 'container.?securityContext.?runAsNonRoot.orValue(pod.?securityContext.?runAsNonRoot.orValue(false)) == true';

/**
 * Fields: spec.containers[*].securityContext.runAsNonRoot, and of init and ephemeral containers; where a container says nothing,
 * spec.securityContext.runAsNonRoot.
 * Allowed: true; from 1.35 anything where spec.hostUsers is false, since root of the pod is then nobody on the node.
 */
export const runAsNonRoot: Rule = {
  id: 'run-as-non-root',
  title: 'No container can start as root, unless the pod has users of its own',
  why: 'Root in a container is root of the node as soon as anything lets it out, and may write all that the image holds',
  severity: Severity.ERROR,
  on: 'container',
  covers: 'all',
  expression: NON_ROOT,
  changes: [{ since: 35, expression: `!pod.?hostUsers.orValue(true) || ${NON_ROOT}` }],
  message: 'container can start as root; set securityContext.runAsNonRoot: true on the pod or on the container',
  level: 'restricted',
  enforced: 'pod',
  controls: {
    pss: ['restricted: Running as Non-root'],
    cis: ['5.2.7'],
    nsa: ['1.0'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_23'],
    kubeLinter: ['run-as-non-root'],
    kubescape: ['C-0013', 'C-0211'],
    trivy: ['KSV-0012'],
    kubesec: ['RunAsNonRoot'],
    polaris: ['runAsRootAllowed'],
  },
};
