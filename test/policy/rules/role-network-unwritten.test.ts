import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleNetworkUnwritten } from '../../../src/policy/rules/role-network-unwritten';

const { given, near } = rights({
  verbs: ['create', 'delete', 'deletecollection', 'patch', 'update'],
  groups: ['', 'discovery.k8s.io', 'networking.k8s.io'],
  resources: ['services', 'endpoints', 'endpointslices', 'ingresses', 'networkpolicies'],
});

holds(roleNetworkUnwritten, {
  ...near,
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list', 'watch'], ['services', 'endpoints']),
  'they are named': role(['patch'], ['services'], '', { resourceNames: ['cart'] }),
});

fails(roleNetworkUnwritten, {
  ...given,
  'Services are written': role(['update'], ['services']),
  'endpoints are led elsewhere': role(['patch'], ['endpointslices'], 'discovery.k8s.io'),
  'policies are removed': role(['deletecollection'], ['networkpolicies'], 'networking.k8s.io'),
});
