import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleNodesProxyUnset } from '../../../src/policy/rules/role-nodes-proxy-unset';

const { given, near } = rights({
  verbs: ['get', 'create'],
  groups: [''],
  resources: ['nodes/proxy', '*/proxy'],
});

holds(roleNodesProxyUnset, {
  ...near,
  'there are no rules': { object: {} },
  'metrics are read': role(['get'], ['nodes/metrics', 'nodes/stats']),
  'nodes are read': role(['get', 'list'], ['nodes']),
});

fails(roleNodesProxyUnset, {
  ...given,
  'it is got': role(['get'], ['nodes/proxy']),
  'it is created': role(['create'], ['nodes/metrics', 'nodes/proxy']),
  'it is the subresource of anything': role(['get'], ['*/proxy']),
});
