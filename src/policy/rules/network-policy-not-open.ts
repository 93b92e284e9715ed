import { Rule, Severity } from '../rule';

const any = (selector: string) => `size(${selector}.?matchLabels.orValue({})) == 0 && size(${selector}.?matchExpressions.orValue([])) == 0`;
const ALL_ADDRESSES = "size(peer.?ipBlock.?except.orValue([])) == 0 && peer.?ipBlock.?cidr.orValue('').endsWith('/0')";
const ALL_PODS = `has(peer.namespaceSelector) && ${any('peer.?namespaceSelector')} && ${any('peer.?podSelector')}`;
const closed = (rules: string, peers: string) => (
  `object.?spec.?${rules}.orValue([]).all(rule, size(rule.?${peers}.orValue([])) > 0 && rule.${peers}.all(peer, !(${ALL_ADDRESSES}) && !(${ALL_PODS})))`
);

/**
 * Fields: spec.ingress[*].from and spec.egress[*].to of a NetworkPolicy.
 * Allowed: peers, none of which is all addresses without exception, or all pods of all namespaces.
 */
export const networkPolicyNotOpen: Rule = {
  id: 'network-policy-not-open',
  title: 'No rule of the policy is open to everybody',
  why: 'Such a rule undoes the policy: a pod that is taken over is reached from anywhere, or sends what it holds anywhere',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  expression: `${closed('ingress', 'from')} && ${closed('egress', 'to')}`,
  message: 'policy is open to everybody; name the peers, by labels or by the addresses that are meant',
  enforced: 'object',
  controls: {
    cis: ['5.3.2'],
    nsa: ['2.0'],
    mitre: ['T1046'],
    trivy: ['KSV-0038'],
  },
};
