import { fails, holds } from './cases';
import { clusterAdminUnbound } from '../../../src/policy/rules/cluster-admin-unbound';

const binding = (name: string, kind = 'ClusterRole') => ({ object: { roleRef: { kind, name } } });

holds(clusterAdminUnbound, {
  'it is another role': binding('view'),
  'a role of the namespace has the same name': binding('cluster-admin', 'Role'),
});

fails(clusterAdminUnbound, {
  'it gives everything': binding('cluster-admin'),
});
