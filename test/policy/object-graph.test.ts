import { deployment, namespace, object, service } from './rules/set-objects';
import type { Entry, EntryTable } from '../../src/policy/entry-table';
import { LabelSelector } from '../../src/policy/label-selector';
import { ObjectGraph } from '../../src/policy/object-graph';

function graphOf(...objects: unknown[]): ObjectGraph {
  const graph = new ObjectGraph();
  objects.forEach(json => graph.see(json as object));
  return graph;
}

test('objects have the numbers in which they were seen, also those of which nothing is kept', () => {
  const graph = graphOf(object('example.com/v1', 'Thing', 'a'), deployment('web'), undefined, service('web'));
  expect([graph.workloads.all[0].index, graph.services.all[0].index]).toEqual([1, 3]);
});

test('every kind of object is kept in its own table', () => {
  const kinds: [keyof ObjectGraph, string, string][] = [
    ['serviceMonitors', 'monitoring.coreos.com/v1', 'ServiceMonitor'], ['ingresses', 'networking.k8s.io/v1', 'Ingress'], ['ingresses', 'extensions/v1beta1', 'Ingress'],
    ['gatewayRoutes', 'gateway.networking.k8s.io/v1', 'HTTPRoute'], ['webhooks', 'admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration'],
    ['policies', 'networking.k8s.io/v1', 'NetworkPolicy'], ['pluginPolicies', 'cilium.io/v2', 'CiliumClusterwideNetworkPolicy'], ['quotas', 'v1', 'ResourceQuota'],
    ['limitRanges', 'v1', 'LimitRange'], ['budgets', 'policy/v1', 'PodDisruptionBudget'], ['autoscalers', 'keda.sh/v1alpha1', 'ScaledObject'],
    ['accounts', 'v1', 'ServiceAccount'], ['roles', 'rbac.authorization.k8s.io/v1', 'Role'], ['clusterRoles', 'rbac.authorization.k8s.io/v1', 'ClusterRole'],
    ['bindings', 'rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'], ['configMaps', 'v1', 'ConfigMap'], ['secrets', 'bitnami.com/v1alpha1', 'SealedSecret'],
    ['claims', 'v1', 'PersistentVolumeClaim'], ['peerAuthentications', 'security.istio.io/v1', 'PeerAuthentication'],
    ['priorityClasses', 'scheduling.k8s.io/v1', 'PriorityClass'], ['storageClasses', 'storage.k8s.io/v1', 'StorageClass'],
  ];
  const kept = kinds.map(([table, apiVersion, kind]) => (graphOf(object(apiVersion, kind, 'x'))[table] as EntryTable<Entry>).all.map(each => each.kind));
  expect(kept).toEqual(kinds.map(([, , kind]) => [kind]));
});

test('an object of the cluster is in no namespace, whatever it says', () => {
  expect(graphOf(object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'a')).clusterRoles.all[0].namespace).toBe('');
});

test('a namespace is managed where the set makes it, and known where the set has pods of it too', () => {
  const graph = graphOf(namespace(), deployment('web', { namespace: 'bank' }), service('web', {}, {}, 'data'));
  expect(['shop', 'bank', 'data'].map(name => [graph.manages(name), graph.knows(name)])).toEqual([[true, true], [false, true], [false, false]]);
});

test('workloads are found by kind and name, pods and Services by their labels', () => {
  const labelled = object('v1', 'Service', 'web', { metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } } });
  const graph = graphOf(deployment('web'), deployment('web', { labels: { second: 'one' } }), labelled);
  const web = LabelSelector.of({ matchLabels: { app: 'web' } })!;
  expect(graph.workload('shop', 'apps/Deployment', 'web')?.index).toBe(0);
  expect([graph.workload('shop', 'apps/StatefulSet', 'web'), graph.workload('bank', 'apps/Deployment', 'web')]).toEqual([undefined, undefined]);
  expect(graph.podsIn('shop').select(web).map(({ index }) => index)).toEqual([0]);
  expect(graph.podsIn('bank').all).toEqual([]);
  expect([graph.hasService('shop', web), graph.hasService('bank', web)]).toEqual([true, false]);
});

test('whatever it is given, it goes on', () => {
  const shapes = [null, 'text', [], 7, {}, { kind: 1, apiVersion: [] }, { apiVersion: 'v1', kind: 'Service' }, { apiVersion: 'v1', kind: 'Service', metadata: 'x', spec: [] },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: null, spec: { template: 'x', selector: 7 } }, { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', spec: { rules: [null, { http: 1 }] } },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', subjects: [null], roleRef: 1 }, { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret', spec: 1 }];
  expect(graphOf(...shapes).services.all.map(({ index, name, namespace: where }) => [index, name, where])).toEqual([[6, '', ''], [7, '', '']]);
});
