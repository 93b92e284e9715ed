/** Objects that say little, so that the API server has much to fill in, or that say in many words what it leaves out. */

const metadata = { name: 'bare', namespace: 'strict' };
const IMAGE = { name: 'a', image: 'a:1' };
const DIGEST = '0123456789'.repeat(7).slice(0, 64);
const labelled = (spec: object) => ({ metadata: { labels: { a: 'b' } }, spec });
const selector = { matchLabels: { a: 'b' } };
const fieldRef = { fieldPath: 'metadata.name' };
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1024Mi' } } };
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const RBAC = 'rbac.authorization.k8s.io';

const POD = {
  automountServiceAccountToken: false,
  hostNetwork: true,
  hostPID: false,
  imagePullSecrets: [],
  volumes: [
    { name: 'a' },
    { name: 'b', secret: { secretName: 's' } },
    { name: 'c', configMap: { name: 'c' } },
    { name: 'd', downwardAPI: { items: [{ path: 'x', fieldRef }] } },
    { name: 'e', projected: { sources: [{ serviceAccountToken: { path: 't' } }, { downwardAPI: { items: [{ path: 'x', fieldRef }] } }] } },
    { name: 'f', hostPath: { path: '/x' } },
    { name: 'g', emptyDir: { sizeLimit: '1024Mi' } },
    { name: 'h', ephemeral: { volumeClaimTemplate: { spec: claim } } },
  ],
  initContainers: [{ name: 'i', image: `a@sha256:${DIGEST}`, ports: [{ containerPort: 81 }] }],
  containers: [
    {
      name: 'a',
      image: 'a:latest',
      tty: false,
      command: [],
      env: [{ name: 'X', valueFrom: { fieldRef } }, { name: 'Y', value: '' }],
      ports: [{ containerPort: 80 }],
      resources: { limits: { cpu: '1000m', memory: '1024Mi' }, requests: { cpu: 0.5 } },
      livenessProbe: { httpGet: { port: 80 } },
      readinessProbe: { grpc: { port: 80 } },
      startupProbe: { exec: { command: ['a'] }, periodSeconds: 3 },
      lifecycle: { preStop: { httpGet: { port: 80 } } },
      volumeMounts: [{ name: 'a', mountPath: '/a', readOnly: false }],
      securityContext: { privileged: false, readOnlyRootFilesystem: false },
    },
    { name: 'b', image: 'a', securityContext: {} },
    { name: 'c', image: 'localhost:5000/a' },
    { name: 'd', image: 'localhost:5000/a:1' },
  ],
};

export const ADMITTED_OBJECTS: readonly any[] = [
  { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, labels: {}, annotations: {} }, spec: { ...POD, serviceAccountName: 'default' } },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { selector, template: labelled({ ...POD, serviceAccountName: 'x' }) } },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { strategy: { type: 'Recreate' }, selector, template: labelled({ containers: [IMAGE] }) } },
  {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata,
    spec: { serviceName: 'a', selector, template: labelled({ containers: [IMAGE] }), volumeClaimTemplates: [{ metadata: { name: 'x' }, spec: claim }] },
  },
  { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: { selector, template: labelled({ containers: [{ ...IMAGE, resources: { limits: { cpu: 1 } } }] }) } },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata, spec: { selector, template: labelled({ containers: [IMAGE] }) } },
  { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template: { spec: { restartPolicy: 'Never', containers: [IMAGE] } } } },
  { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { parallelism: 2, template: { spec: { restartPolicy: 'Never', containers: [IMAGE] } } } },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata,
    spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', containers: [IMAGE] } } } } },
  },
  { apiVersion: 'v1', kind: 'Service', metadata, spec: { type: 'LoadBalancer', sessionAffinity: 'ClientIP', ports: [{ port: 80 }], selector: {} } },
  { apiVersion: 'v1', kind: 'Service', metadata, spec: { type: 'NodePort', ports: [{ port: 80, targetPort: 'http' }], selector: { a: 'b' } } },
  { apiVersion: 'v1', kind: 'Service', metadata, spec: { type: 'ExternalName', externalName: 'a.b' } },
  { apiVersion: 'v1', kind: 'Service', metadata, spec: { clusterIP: 'None', ports: [{ port: 80 }], selector: { a: 'b' } } },
  { apiVersion: 'v1', kind: 'Service', metadata, spec: { externalIPs: ['192.0.2.1'], ports: [{ port: 80 }] } },
  { apiVersion: 'v1', kind: 'Secret', metadata, stringData: { a: 'b' }, data: { c: 'ZA==' } },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...metadata, labels: {} }, data: {} },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec: claim },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: { podSelector: {}, ingress: [], egress: [{ to: [], ports: [{ port: 80 }] }] } },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: { ingress: [{}] } },
  { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec: { maxReplicas: 3, scaleTargetRef: target } },
  { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata, spec: { maxReplicas: 3, targetCPUUtilizationPercentage: 50, scaleTargetRef: target } },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata,
    roleRef: { kind: 'Role', name: 'r', apiGroup: RBAC },
    subjects: [{ kind: 'User', name: 'u' }, { kind: 'ServiceAccount', name: 'u', namespace: 'x', apiGroup: '' }],
  },
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata,
    spec: { limits: [{ type: 'Container', max: { cpu: '2000m' }, min: { memory: '10Mi' }, default: { memory: '1024Mi' } }, { type: 'Pod', max: { cpu: '2000m' } }] },
  },
  { apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard: { 'pods': 10, 'limits.cpu': '1000m' } } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bare' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
  { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'bare' }, provisioner: 'x' },
  { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'bare' }, value: 3, globalDefault: false },
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { selector } },
];

/** What only the running cluster knows, or one of its versions: where the two may differ. */
export const KNOWN_TO_THE_CLUSTER = new RegExp(`^(?:${[
  '\\w+\\.metadata\\.(?:uid|resourceVersion|creationTimestamp|generation|managedFields)',
  '(?!Namespace)\\w+\\.status(?:\\..*)?',
  'Service\\.spec\\.clusterIPs?(?:\\..*)?', 'Service\\.spec\\.ports\\.0\\.nodePort', 'Service\\.spec\\.(?:healthCheckNodePort)',
  'Pod\\.spec\\.(?:tolerations|priority|preemptionPolicy)',
  'Job\\.(?:metadata\\.labels|spec\\.selector|spec\\.template\\.metadata\\.labels)',
  'DaemonSet\\.metadata\\.annotations', 'PersistentVolumeClaim\\.metadata\\.finalizers', 'StatefulSet\\.spec\\.updateStrategy\\.rollingUpdate\\.maxUnavailable',
].join('|')})$`);
