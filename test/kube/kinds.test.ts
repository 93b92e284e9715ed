import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resourceOf, scopeOf } from '../../src/kube/kinds';

test.each([
  ['v1', 'Pod', 'Namespaced'], ['v1', 'Namespace', 'Cluster'], ['v1', 'Node', 'Cluster'], ['v1', 'PersistentVolume', 'Cluster'],
  ['v1', 'PersistentVolumeClaim', 'Namespaced'], ['apps/v1', 'Deployment', 'Namespaced'], ['batch/v1', 'CronJob', 'Namespaced'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 'Namespaced'], ['policy/v1', 'PodDisruptionBudget', 'Namespaced'],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'Namespaced'], ['networking.k8s.io/v1', 'IngressClass', 'Cluster'],
  ['rbac.authorization.k8s.io/v1', 'Role', 'Namespaced'], ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'Cluster'],
  ['storage.k8s.io/v1', 'StorageClass', 'Cluster'], ['storage.k8s.io/v1', 'CSIStorageCapacity', 'Namespaced'],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'Cluster'], ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'Cluster'],
  ['certificates.k8s.io/v1', 'PodCertificateRequest', 'Namespaced'], ['resource.k8s.io/v1', 'DeviceClass', 'Cluster'],
  ['storagemigration.k8s.io/v1', 'StorageVersionMigration', 'Cluster'], ['authorization.k8s.io/v1', 'LocalSubjectAccessReview', 'Namespaced'],
  ['security.istio.io/v1', 'AuthorizationPolicy', 'Namespaced'], ['networking.istio.io/v1', 'ServiceEntry', 'Namespaced'],
  ['gateway.networking.k8s.io/v1', 'GatewayClass', 'Cluster'], ['gateway.networking.k8s.io/v1', 'HTTPRoute', 'Namespaced'],
  ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', 'Cluster'], ['cert-manager.io/v1', 'ClusterIssuer', 'Cluster'],
  ['cert-manager.io/v1', 'Certificate', 'Namespaced'], ['external-secrets.io/v1', 'ClusterSecretStore', 'Cluster'],
  ['external-secrets.io/v1', 'ExternalSecret', 'Namespaced'], ['secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass', 'Namespaced'],
  ['monitoring.coreos.com/v1', 'ServiceMonitor', 'Namespaced'], ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy', 'Cluster'],
  ['cilium.io/v2', 'CiliumNetworkPolicy', 'Namespaced'], ['projectcalico.org/v3', 'GlobalNetworkPolicy', 'Cluster'],
  ['crd.projectcalico.org/v1', 'NetworkPolicy', 'Namespaced'], ['argoproj.io/v1alpha1', 'Application', 'Namespaced'],
  ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization', 'Namespaced'], ['keda.sh/v1alpha1', 'ClusterTriggerAuthentication', 'Cluster'],
  ['keda.sh/v1alpha1', 'ScaledObject', 'Namespaced'], ['bitnami.com/v1alpha1', 'SealedSecret', 'Namespaced'],
] as const)('%s %s is %s', (apiVersion, kind, scope) => {
  expect(scopeOf(apiVersion, kind)).toBe(scope);
});

test.each([
  ['v1', 'List'], ['v1', 'Deployment'], ['apps/v1', 'Pod'], ['example.com/v1', 'Widget'], ['apps/v1', 'deployment'], ['', ''], ['/v1', 'toString'],
  ['v1', '__proto__'], ['constructor/v1', 'x'], [undefined, 'Pod'], ['v1', undefined], [{}, []],
])('%j %j is unknown', (apiVersion, kind) => {
  expect(scopeOf(apiVersion as string, kind as string)).toBeUndefined();
});

test.each(['cdk8s-plus-28', 'cdk8s-plus-33'])('every kind of %s has a scope', name => {
  const lib = join(dirname(require.resolve(`${name}/package.json`)), 'lib', 'imports');
  const text = readdirSync(lib).filter(file => file.endsWith('.js')).map(file => readFileSync(join(lib, file), 'utf8')).join('\n');
  const kinds = [...text.matchAll(/apiVersion: '([^']+)',\s*kind: '([^']+)'/g)].map(([, apiVersion, kind]) => [apiVersion, kind]);
  expect(kinds.length).toBeGreaterThan(100);
  const unknown = kinds.filter(([apiVersion, kind]) => !kind.endsWith('List') && scopeOf(apiVersion, kind) === undefined);
  // The answer of the API server, never a manifest.
  expect(unknown).toEqual([['v1', 'Status']]);
});

test.each([
  ['Pod', 'pods'], ['Ingress', 'ingresses'], ['NetworkPolicy', 'networkpolicies'], ['Gateway', 'gateways'], ['Endpoints', 'endpoints'],
  ['StorageClass', 'storageclasses'], ['LimitRange', 'limitranges'],
])('the resource of %s is %s', (kind, resource) => {
  expect(resourceOf(kind)).toBe(resource);
});
