import { Rule, Severity } from '../rule';

/**
 * Fields: spec.hostNetwork.
 * Allowed: absent, false.
 */
export const hostNetworkOff: Rule = {
  id: 'host-network-off',
  title: 'The pod has a network of its own',
  why: 'From the network of the node it reaches whatever listens on the addresses of the node itself, sees the traffic of other pods, and no network policy holds it',
  severity: Severity.ERROR,
  on: 'pod',
  expression: '!pod.?hostNetwork.orValue(false)',
  message: 'pod is on the network of the node; remove hostNetwork: true',
  level: 'baseline',
  enforced: 'pod',
  controls: {
    pss: ['baseline: Host Namespaces'],
    cis: ['5.2.5'],
    nsa: ['1.4'],
    mitre: ['T1611'],
    checkov: ['CKV_K8S_19'],
    kubeLinter: ['host-network'],
    kubescape: ['C-0041'],
    trivy: ['KSV-0009'],
    kubesec: ['HostNetwork'],
    polaris: ['hostNetworkSet'],
  },
};
