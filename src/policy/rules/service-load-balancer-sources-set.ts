import { Rule, Severity } from '../rule';

const INTERNAL_BY = [
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', 'internal'],
  ['service.beta.kubernetes.io/aws-load-balancer-internal', 'true'],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', 'true'],
  ['networking.gke.io/load-balancer-type', 'Internal'],
];
const ANNOTATIONS = 'object.?metadata.?annotations';
const INTERNAL = INTERNAL_BY.map(([key, value]) => `${ANNOTATIONS}[?'${key}'].orValue('') == '${value}'`).join(' || ');
const LIST = `${ANNOTATIONS}[?'service.beta.kubernetes.io/load-balancer-source-ranges'].orValue('')`;
const ANNOTATED = `${LIST} != '' && !${LIST}.matches('/0[[:space:]]*(,|$)')`;
const RANGES = 'object.?spec.?loadBalancerSourceRanges.orValue([])';

/**
 * Fields: spec.loadBalancerSourceRanges of a Service of type LoadBalancer, and the annotation that says the same; annotations of cloud providers
 * for balancers inside of their network.
 * Allowed: ranges, none of which is everybody; anything where the balancer has no public address.
 */
export const serviceLoadBalancerSourcesSet: Rule = {
  id: 'service-load-balancer-sources-set',
  title: 'A load balancer takes connections from named ranges, or has no public address',
  why: 'A Service of this type stands on the internet a minute after it was written, past the Ingress and whatever it demands',
  severity: Severity.ERROR,
  on: 'object',
  kinds: ['Service'],
  expression: `object.?spec.?type.orValue('') != 'LoadBalancer' || ${INTERNAL} || (size(${RANGES}) == 0 && ${ANNOTATED}) || (size(${RANGES}) > 0 && ${RANGES}.all(range, !range.endsWith('/0')))`,
  message: 'load balancer is open to everybody; set loadBalancerSourceRanges, or use an Ingress',
  enforced: 'object',
  controls: {
    mitre: ['T1133'],
    kubeLinter: ['exposed-services'],
    kubescape: ['C-0256'],
  },
};
