import { Rule, Severity } from '../rule';

const NON_ROOT = 'pod.?securityContext.?runAsNonRoot.orValue(true) == true';

/**
 * Fields: spec.securityContext.runAsNonRoot.
 * Allowed: true, and absent where every container says it; from 1.35 anything where spec.hostUsers is false.
 */
export const podRunAsNonRoot: Rule = {
  id: 'pod-run-as-non-root',
  title: 'The pod does not let its containers start as root, unless it has users of its own',
  why: 'Every container that says nothing itself, one that is injected later too, can start as root',
  severity: Severity.ERROR,
  on: 'pod',
  expression: NON_ROOT,
  changes: [{ since: 35, expression: `!pod.?hostUsers.orValue(true) || ${NON_ROOT}` }],
  message: 'pod lets its containers start as root; set securityContext.runAsNonRoot: true',
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
