import { fails, holds } from './cases';
import { serviceLoadBalancerSourcesSet } from '../../../src/policy/rules/service-load-balancer-sources-set';

const balancer = (ranges: string[] | undefined, annotations: object = {}) => ({
  object: { metadata: { annotations }, spec: { type: 'LoadBalancer', loadBalancerSourceRanges: ranges } },
});
const RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

holds(serviceLoadBalancerSourcesSet, {
  'it is no load balancer': { object: { spec: { type: 'ClusterIP' } } },
  'nothing is said': { object: { spec: {} } },
  'ranges are named': balancer(['192.0.2.0/24', '2001:db8::/32']),
  'an annotation names a range': balancer(undefined, { [RANGES]: '192.0.2.0/24' }),
  'it is inside of the network of AWS': balancer(undefined, { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' }),
  'it is inside of the network of AWS, by the older annotation': balancer(undefined, { 'service.beta.kubernetes.io/aws-load-balancer-internal': 'true' }),
  'it is inside of the network of Azure': balancer(undefined, { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' }),
  'it is inside of the network of Google': balancer(undefined, { 'networking.gke.io/load-balancer-type': 'Internal' }),
  'one range is named': balancer(['192.0.2.0/24']),
});

fails(serviceLoadBalancerSourcesSet, {
  'no range is named': balancer(undefined),
  'the list of ranges is empty': balancer([]),
  'one of several ranges is everybody': balancer(['192.0.2.0/24', '0.0.0.0/0']),
  'the range is everybody of IPv6': balancer(['::/0']),
  'the annotation does not count beside ranges': balancer(['0.0.0.0/0'], { [RANGES]: '192.0.2.0/24' }),
  'the annotation names everybody': balancer(undefined, { [RANGES]: '192.0.2.0/24, 0.0.0.0/0' }),
  'an annotation says that it is not internal': balancer(undefined, { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'false' }),
  'it is on the internet by its annotation': balancer(undefined, { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing' }),
});
