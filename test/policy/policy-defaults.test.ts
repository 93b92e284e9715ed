import { DEFAULTS } from '../../src/policy/policy-defaults';

const specOf = (kind: string, spec: object, more: object = {}) => DEFAULTS.get(kind)!({ ...more, spec }).spec;

test.each([
  ['apps/Deployment', {}, {
    progressDeadlineSeconds: 600, replicas: 1, revisionHistoryLimit: 10, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
  }],
  ['apps/Deployment', { replicas: 0, strategy: { type: 'Recreate' } }, { progressDeadlineSeconds: 600, replicas: 0, revisionHistoryLimit: 10, strategy: { type: 'Recreate' } }],
  ['apps/DaemonSet', {}, { revisionHistoryLimit: 10, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } }],
  ['apps/StatefulSet', {}, {
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    podManagementPolicy: 'OrderedReady',
    replicas: 1,
    revisionHistoryLimit: 10,
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
  }],
  ['apps/ReplicaSet', {}, { replicas: 1 }],
  ['/ReplicationController', { replicas: 3 }, { replicas: 3 }],
  ['batch/Job', { parallelism: 2 }, {
    backoffLimit: 6, completionMode: 'NonIndexed', manualSelector: false, parallelism: 2, podReplacementPolicy: 'TerminatingOrFailed', suspend: false,
  }],
  ['batch/Job', { podFailurePolicy: {}, backoffLimitPerIndex: 1 }, {
    backoffLimit: 2147483647,
    backoffLimitPerIndex: 1,
    completionMode: 'NonIndexed',
    completions: 1,
    manualSelector: false,
    parallelism: 1,
    podFailurePolicy: {},
    podReplacementPolicy: 'Failed',
    suspend: false,
  }],
  ['batch/CronJob', { jobTemplate: {} }, {
    concurrencyPolicy: 'Allow', failedJobsHistoryLimit: 1, jobTemplate: { metadata: {} }, successfulJobsHistoryLimit: 3, suspend: false,
  }],
  ['/Service', { ports: [{ port: 80 }], selector: {} }, {
    internalTrafficPolicy: 'Cluster',
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
    sessionAffinity: 'None',
    type: 'ClusterIP',
  }],
  ['/Service', { type: 'ExternalName', externalName: 'a.b' }, { externalName: 'a.b', sessionAffinity: 'None', type: 'ExternalName' }],
  ['/Service', { type: 'LoadBalancer', sessionAffinity: 'ClientIP' }, {
    allocateLoadBalancerNodePorts: true,
    externalTrafficPolicy: 'Cluster',
    internalTrafficPolicy: 'Cluster',
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } },
    type: 'LoadBalancer',
  }],
  ['/Service', { clusterIP: 'None' }, {
    clusterIP: 'None', clusterIPs: ['None'], internalTrafficPolicy: 'Cluster', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack', sessionAffinity: 'None', type: 'ClusterIP',
  }],
  ['networking.k8s.io/NetworkPolicy', { ingress: [] }, { podSelector: {}, policyTypes: ['Ingress'] }],
  ['networking.k8s.io/NetworkPolicy', { egress: [{ to: [], ports: [{ port: 1 }] }] }, {
    egress: [{ ports: [{ port: 1, protocol: 'TCP' }] }], podSelector: {}, policyTypes: ['Ingress', 'Egress'],
  }],
  ['/ResourceQuota', { hard: { pods: 10 } }, { hard: { pods: '10' } }],
  ['/LimitRange', { limits: [{ type: 'Container', max: { cpu: '2000m' }, min: { memory: '1Mi' } }, { type: 'Pod', max: { cpu: 1 } }] }, {
    limits: [
      { type: 'Container', default: { cpu: '2' }, defaultRequest: { cpu: '2', memory: '1Mi' }, max: { cpu: '2' }, min: { memory: '1Mi' } },
      { type: 'Pod', max: { cpu: '1' } },
    ],
  }],
  ['/PersistentVolumeClaim', {}, { resources: {}, volumeMode: 'Filesystem' }],
])('the spec of a %s with %j is filled in', (kind, spec, expected) => {
  expect(specOf(kind, spec)).toEqual(expected);
});

test('pods are filled in wherever they stand', () => {
  const template = { spec: { containers: [] } };
  const found = [
    specOf('apps/Deployment', { template }).template, specOf('batch/Job', { template }).template, specOf('batch/CronJob', { jobTemplate: { spec: { template } } }).jobTemplate.spec.template,
    DEFAULTS.get('/PodTemplate')!({ template }).template,
  ];
  expect(found.map(each => each.spec.restartPolicy)).toEqual(Array(4).fill('Always'));
  expect(DEFAULTS.get('/Pod')!({ spec: {} }).spec.enableServiceLinks).toBe(true);
});

test('only the newer form of an autoscaler names metrics', () => {
  expect(specOf('autoscaling/HorizontalPodAutoscaler', {}, { apiVersion: 'autoscaling/v1' })).toEqual({ minReplicas: 1 });
  expect(specOf('autoscaling/HorizontalPodAutoscaler', { minReplicas: 2 }, { apiVersion: 'autoscaling/v2' })).toEqual({
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }], minReplicas: 2,
  });
});

const whole = (kind: string, object: object) => DEFAULTS.get(kind)!(object);

test('other kinds are filled in too', () => {
  expect(whole('/Secret', { stringData: { a: 'b' } })).toEqual({ data: { a: 'Yg==' }, type: 'Opaque' });
  expect(whole('/Secret', { type: 'x', data: {} })).toEqual({ type: 'x' });
  expect(whole('/ConfigMap', { data: {}, binaryData: { a: 'b' } })).toEqual({ binaryData: { a: 'b' } });
  expect(whole('/Namespace', { metadata: { name: 'shop', labels: { a: 'b' } } })).toEqual({
    metadata: { name: 'shop', labels: { 'a': 'b', 'kubernetes.io/metadata.name': 'shop' } }, spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' },
  });
  expect(whole('rbac.authorization.k8s.io/RoleBinding', { roleRef: {}, subjects: [{ kind: 'Group' }, { kind: 'ServiceAccount', apiGroup: '' }] })).toEqual({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io' }, subjects: [{ kind: 'Group', apiGroup: 'rbac.authorization.k8s.io' }, { kind: 'ServiceAccount' }],
  });
  expect(whole('scheduling.k8s.io/PriorityClass', { globalDefault: false, value: 1 })).toEqual({ preemptionPolicy: 'PreemptLowerPriority', value: 1 });
  expect(whole('storage.k8s.io/StorageClass', {})).toEqual({ reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' });
});
