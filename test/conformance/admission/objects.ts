import { hardenedPod } from './pods';
import type { Manifest } from '../examples';

/** The namespace in which they are judged. */
export const PLACE = 'objects';

const METADATA = { name: 'judged', namespace: PLACE };
const RBAC = 'rbac.authorization.k8s.io';

/** An object with one fault, and by which rule. */
interface Faulty {
  readonly rule: string;
  readonly object: Manifest;
}

const object = (apiVersion: string, kind: string, rest: object, metadata: object = {}): Manifest => (
  { apiVersion, kind, metadata: { ...METADATA, ...metadata }, ...rest }
);

const role = (rules: object[]) => object(`${RBAC}/v1`, 'Role', { rules });
const grant = (apiGroups: string[], resources: string[], verbs: string[]) => role([{ apiGroups, resources, verbs }]);
const binding = (name: string, subject: object) => (
  object(`${RBAC}/v1`, 'RoleBinding', { roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name }, subjects: [subject] })
);
const user = (name: string) => ({ apiGroup: RBAC, kind: 'User', name });
const group = (name: string) => ({ apiGroup: RBAC, kind: 'Group', name });
const service = (spec: object, annotations?: object) => (
  object('v1', 'Service', { spec: { selector: { app: 'main' }, ports: [{ port: 80 }], ...spec } }, annotations ? { annotations } : {})
);
const backend = { service: { name: 'web', port: { number: 80 } } };
const paths = { http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } };
const TLS = { tls: [{ hosts: ['shop.example.com'], secretName: 'shop' }], rules: [{ host: 'shop.example.com', ...paths }] };
const ingress = (spec: object, annotations?: object) => object('networking.k8s.io/v1', 'Ingress', { spec }, annotations ? { annotations } : {});
const policy = (spec: object) => object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {}, policyTypes: ['Ingress'], ...spec } });
const selector = { matchLabels: { app: 'main' } };
const budget = (spec: object) => object('policy/v1', 'PodDisruptionBudget', { spec: { selector, ...spec } });
const istio = (part: string, kind: string, spec: object) => object(`${part}.istio.io/v1`, kind, { spec });
const claim = (accessModes: string[]) => object('v1', 'PersistentVolumeClaim', { spec: { accessModes, resources: { requests: { storage: '1Gi' } } } });
const scaler = (minReplicas: number) => object('autoscaling/v2', 'HorizontalPodAutoscaler', {
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, minReplicas, maxReplicas: 4 },
});
const labelled = (level: string) => (object('v1', 'Namespace', {}, { name: PLACE, namespace: undefined, labels: { 'pod-security.kubernetes.io/enforce': level } }));

const pod = (metadata: object) => object('v1', 'Pod', { spec: hardenedPod().spec }, metadata);
const OWNER = { ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: '1' }] };
const template = { spec: { ...hardenedPod().spec, restartPolicy: 'Never' } };
const INSTANCE = { labels: { 'app.kubernetes.io/instance': METADATA.name } };
const job = (spec: object) => object('batch/v1', 'Job', { spec: { template, ...spec } }, INSTANCE);
const cronJob = (spec: object, metadata: object = INSTANCE) => (
  object('batch/v1', 'CronJob', { spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template } }, ...spec } }, metadata)
);
const deployment = (type: string) => object('apps/v1', 'Deployment', { spec: { selector, strategy: { type }, template: hardenedPod() } }, INSTANCE);

/** One fault each, of every rule about objects that policies enforce, as the API server itself takes it. */
export const FAULTY: readonly Faulty[] = [
  { rule: 'authenticated-users-unbound', object: binding('view', group('system:authenticated')) },
  { rule: 'authorization-policy-closed', object: istio('security', 'AuthorizationPolicy', { rules: [{}] }) },
  { rule: 'cluster-admin-unbound', object: binding('cluster-admin', user('jane')) },
  { rule: 'config-map-private-key-absent', object: object('v1', 'ConfigMap', { data: { pem: `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n` } }) },
  { rule: 'controller-revision-unwritten', object: object('apps/v1', 'ControllerRevision', { revision: 1, data: {} }) },
  { rule: 'cron-job-deadline', object: cronJob({}) },
  { rule: 'default-service-account-unbound', object: binding('view', { kind: 'ServiceAccount', name: 'default', namespace: PLACE }) },
  { rule: 'destination-tls-on', object: istio('networking', 'DestinationRule', { host: 'a', trafficPolicy: { tls: { mode: 'DISABLE' } } }) },
  { rule: 'hpa-bounds', object: scaler(1) },
  { rule: 'ingress-annotations-uninjected', object: ingress(TLS, { 'nginx.ingress.kubernetes.io/auth-url': 'http://a; return 200' }) },
  { rule: 'ingress-host-set', object: ingress({ tls: [{ secretName: 'shop' }], rules: [{ host: '*.example.com', ...paths }] }) },
  { rule: 'ingress-snippets-unset', object: ingress(TLS, { 'nginx.ingress.kubernetes.io/server-snippet': 'x' }) },
  { rule: 'ingress-tls-set', object: ingress({ rules: [{ host: 'shop.example.com', ...paths }] }) },
  { rule: 'instance-label-is-name', object: cronJob({ startingDeadlineSeconds: 60 }, {}) },
  { rule: 'job-ttl-set', object: job({}) },
  { rule: 'limit-range-complete', object: object('v1', 'LimitRange', { spec: { limits: [{ type: 'Container', max: { cpu: '1' } }] } }) },
  { rule: 'network-policy-not-open', object: policy({ ingress: [{}] }) },
  { rule: 'node-port-unused', object: service({ type: 'NodePort' }) },
  { rule: 'pdb-allows-eviction', object: budget({ maxUnavailable: 0, unhealthyPodEvictionPolicy: 'AlwaysAllow' }) },
  { rule: 'pdb-evicts-unhealthy', object: budget({ maxUnavailable: 1 }) },
  { rule: 'pdb-policy-set', object: budget({ unhealthyPodEvictionPolicy: 'AlwaysAllow' }) },
  { rule: 'peer-mtls-on', object: istio('security', 'PeerAuthentication', { mtls: { mode: 'DISABLE' } }) },
  { rule: 'pod-owned', object: pod({}) },
  { rule: 'quota-complete', object: object('v1', 'ResourceQuota', { spec: { hard: { pods: '4' } } }) },
  { rule: 'role-certificates-approve-unset', object: grant(['certificates.k8s.io'], ['signers'], ['approve']) },
  { rule: 'role-config-maps-unwritten', object: grant([''], ['configmaps'], ['update']) },
  { rule: 'role-escalation-unset', object: grant([''], ['users'], ['impersonate']) },
  { rule: 'role-network-unwritten', object: grant(['networking.k8s.io'], ['ingresses'], ['update']) },
  { rule: 'role-nodes-proxy-unset', object: grant([''], ['nodes/proxy'], ['get']) },
  { rule: 'role-persistent-volumes-create-unset', object: grant([''], ['persistentvolumes'], ['create']) },
  { rule: 'role-pods-create-unset', object: grant(['apps'], ['deployments'], ['create']) },
  { rule: 'role-pods-exec-unset', object: grant([''], ['pods/exec'], ['create']) },
  { rule: 'role-port-forward-unset', object: grant([''], ['pods/portforward'], ['create']) },
  { rule: 'role-secrets-unread', object: grant([''], ['secrets'], ['get']) },
  { rule: 'role-service-status-unset', object: grant([''], ['services/status'], ['patch']) },
  { rule: 'role-token-create-unset', object: grant([''], ['serviceaccounts/token'], ['create']) },
  { rule: 'role-traces-undeleted', object: grant([''], ['events'], ['delete']) },
  { rule: 'role-webhooks-unset', object: grant(['admissionregistration.k8s.io'], ['validatingadmissionpolicies'], ['delete']) },
  { rule: 'role-wildcards-unset', object: grant(['example.com'], ['*'], ['get']) },
  { rule: 'role-workloads-undeleted', object: grant(['batch'], ['jobs'], ['delete']) },
  { rule: 'rolling-update-used', object: deployment('Recreate') },
  { rule: 'secret-token-unset', object: object('v1', 'Secret', { type: 'kubernetes.io/service-account-token' }, { annotations: { 'kubernetes.io/service-account.name': 'default' } }) },
  { rule: 'secret-values-absent-from-config-map', object: object('v1', 'ConfigMap', { data: { password: 'hunter2' } }) },
  { rule: 'service-account-automount-off', object: object('v1', 'ServiceAccount', {}) },
  { rule: 'service-external-ips-unset', object: service({ externalIPs: ['192.0.2.1'] }) },
  { rule: 'service-load-balancer-sources-set', object: service({ type: 'LoadBalancer' }) },
  { rule: 'system-masters-unbound', object: binding('view', group('system:unauthenticated')) },
  { rule: 'tiller-service-absent', object: service({ selector: { name: 'tiller' } }) },
  { rule: 'virtual-service-hosts-named', object: istio('networking', 'VirtualService', { hosts: ['*'] }) },
  { rule: 'volume-claim-single-writer', object: claim(['ReadWriteMany']) },
  { rule: 'pod-security-restricted', object: labelled('baseline') },
  { rule: 'namespace-pod-security-set', object: labelled('privileged') },
];

/** One of each kind in which no rule finds a fault. */
export const FAULTLESS: readonly Manifest[] = [
  istio('security', 'AuthorizationPolicy', { rules: [{ from: [{ source: { principals: ['a'] } }] }] }),
  binding('view', user('jane')),
  object('v1', 'ConfigMap', { data: { text: 'x' } }),
  istio('networking', 'DestinationRule', { host: 'a' }),
  scaler(2),
  ingress(TLS, { 'nginx.ingress.kubernetes.io/auth-url': 'https://auth.example.com' }),
  object('v1', 'LimitRange', {
    spec: { limits: [{ type: 'Container', max: { cpu: '1' }, min: { cpu: '1m' }, default: { cpu: '1' }, defaultRequest: { cpu: '1m' } }] },
  }),
  policy({ ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }] }),
  service({}),
  service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['192.0.2.0/24'] }),
  budget({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
  istio('security', 'PeerAuthentication', { mtls: { mode: 'STRICT' } }),
  object('v1', 'ResourceQuota', { spec: { hard: { 'limits.cpu': '1', 'limits.memory': '1Gi', 'requests.cpu': '1', 'requests.memory': '1Gi' } } }),
  grant([''], ['pods'], ['get']),
  object('v1', 'Secret', { type: 'Opaque' }),
  object('v1', 'ServiceAccount', { automountServiceAccountToken: false }),
  claim(['ReadWriteOnce']),
  labelled('restricted'),
  cronJob({ startingDeadlineSeconds: 60 }),
  job({ ttlSecondsAfterFinished: 60 }),
  pod(OWNER),
  deployment('RollingUpdate'),
  istio('networking', 'VirtualService', { hosts: ['shop.example.com'] }),
];
