import { Rule, Severity } from '../rule';

/**
 * Fields: spec.automountServiceAccountToken.
 * Allowed: false, written out: the service account may say it too, but anyone who may edit that can take it back.
 */
export const serviceAccountTokenUnmounted: Rule = {
  id: 'service-account-token-unmounted',
  title: 'The pod does not mount the token of its service account',
  why: 'The token lies in a file: whoever gets into any container of the pod speaks to the API server as its service account',
  severity: Severity.WARNING,
  on: 'pod',
  expression: 'pod.?automountServiceAccountToken.orValue(true) == false',
  message: 'pod mounts the token of its service account; set automountServiceAccountToken: false, or mount a projected token where it is needed',
  enforced: 'template',
  controls: {
    cis: ['5.1.6'],
    nsa: ['1.11'],
    mitre: ['T1528', 'T1552.007'],
    checkov: ['CKV_K8S_38'],
    kubescape: ['C-0034', 'C-0190', 'C-0261'],
    trivy: ['KSV-0036'],
    kubesec: ['AutomountServiceAccountToken'],
    polaris: ['automountServiceAccountToken'],
  },
};
