import { amounts, eachIn, Fill, filled, within, withoutEmpty } from './policy-fill';
import { claimSpec, podItself, podTemplate } from './policy-pod-defaults';
import type { JsonObject } from '../kube/pod';

/*
 * What the API server fills in for kinds other than pods, as far as an application's manifests have them.
 *
 * See https://github.com/kubernetes/kubernetes/tree/master/pkg/apis, the files `defaults.go`
 */

const RBAC = 'rbac.authorization.k8s.io';

const spec = (fill: Fill): Fill => object => filled(within(object, { spec: fill }), { spec: fill({}) });
const workload = (fill: Fill): Fill => spec(given => {
  const own = withoutEmpty(within(given, { template: podTemplate }), ['paused', 'minReadySeconds', 'serviceName']);
  return fill(own);
});

function deployment(given: JsonObject): JsonObject {
  const type = given.strategy?.type ?? 'RollingUpdate';
  return filled({ ...given, strategy: rolling({ ...given.strategy, type }, { maxSurge: '25%', maxUnavailable: '25%' }) }, {
    progressDeadlineSeconds: 600, replicas: 1, revisionHistoryLimit: 10,
  });
}

function daemonSet(given: JsonObject): JsonObject {
  const type = given.updateStrategy?.type ?? 'RollingUpdate';
  const updateStrategy = rolling({ ...given.updateStrategy, type }, { maxSurge: 0, maxUnavailable: 1 });
  return filled({ ...given, updateStrategy }, { revisionHistoryLimit: 10 });
}

function rolling(strategy: JsonObject, defaults: JsonObject): JsonObject {
  return strategy.type === 'RollingUpdate' ? { ...strategy, rollingUpdate: filled(strategy.rollingUpdate ?? {}, defaults) } : strategy;
}

function statefulSet(given: JsonObject): JsonObject {
  const strategy = given.updateStrategy?.type ? given.updateStrategy : { type: 'RollingUpdate', rollingUpdate: {}, ...given.updateStrategy };
  const isRolling = strategy.type === 'RollingUpdate' && strategy.rollingUpdate;
  return filled(eachIn({
    ...given,
    persistentVolumeClaimRetentionPolicy: filled(given.persistentVolumeClaimRetentionPolicy ?? {}, { whenDeleted: 'Retain', whenScaled: 'Retain' }),
    updateStrategy: isRolling ? { ...strategy, rollingUpdate: filled(strategy.rollingUpdate, { partition: 0 }) } : strategy,
  }, { volumeClaimTemplates: each => filled(claim(each), { apiVersion: 'v1', kind: 'PersistentVolumeClaim' }) }), {
    podManagementPolicy: 'OrderedReady', replicas: 1, revisionHistoryLimit: 10,
  });
}

function job(given: JsonObject): JsonObject {
  return filled(given, {
    ...(given.completions === undefined && given.parallelism === undefined ? { completions: 1 } : {}),
    backoffLimit: given.backoffLimitPerIndex === undefined ? 6 : 2 ** 31 - 1,
    completionMode: 'NonIndexed',
    manualSelector: false,
    parallelism: 1,
    podReplacementPolicy: given.podFailurePolicy ? 'Failed' : 'TerminatingOrFailed',
    suspend: false,
  });
}

function cronJob(given: JsonObject): JsonObject {
  const jobTemplate: Fill = each => filled(within(each, { spec: one => within(one, { template: podTemplate }) }), { metadata: {} });
  return filled(within(given, { jobTemplate }), { concurrencyPolicy: 'Allow', failedJobsHistoryLimit: 1, successfulJobsHistoryLimit: 3, suspend: false });
}

function service(given: JsonObject): JsonObject {
  const type = given.type ?? 'ClusterIP';
  const isOutside = type === 'NodePort' || type === 'LoadBalancer';
  const filledPorts = eachIn(withoutEmpty(given, ['selector', 'ports', 'publishNotReadyAddresses', 'externalIPs', 'loadBalancerSourceRanges', 'externalName']), {
    ports: port => filled(port, { protocol: 'TCP', targetPort: port.port }),
  });
  return filled(filledPorts, {
    type,
    sessionAffinity: 'None',
    ...(given.sessionAffinity === 'ClientIP' ? { sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } } : {}),
    ...(type === 'ExternalName' ? {} : { internalTrafficPolicy: 'Cluster', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' }),
    ...(given.clusterIP === 'None' ? { clusterIPs: ['None'] } : {}),
    ...(isOutside || given.externalIPs?.length > 0 ? { externalTrafficPolicy: 'Cluster' } : {}),
    ...(type === 'LoadBalancer' ? { allocateLoadBalancerNodePorts: true } : {}),
  });
}

function networkPolicy(given: JsonObject): JsonObject {
  const ports: Fill = rule => eachIn(withoutEmpty(rule, ['from', 'to', 'ports']), { ports: port => filled(port, { protocol: 'TCP' }) });
  return filled(eachIn(withoutEmpty(given, ['ingress', 'egress']), { ingress: ports, egress: ports }), {
    podSelector: {},
    policyTypes: given.egress?.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'],
  });
}

/** The older form of the kind names no metrics. */
const autoscaler = (hasMetrics: boolean): Fill => given => filled(withoutEmpty(given, ['metrics']), {
  minReplicas: 1,
  ...(hasMetrics ? { metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }] } : {}),
});

const claim: Fill = object => filled(within(object, { spec: claimSpec }), { status: { phase: 'Pending' } });

const binding: Fill = object => within(eachIn(object, {
  subjects: each => each.kind === 'User' || each.kind === 'Group' ? filled(each, { apiGroup: RBAC }) : withoutEmpty(each, ['apiGroup']),
}), { roleRef: each => filled(each, { apiGroup: RBAC }) });

const secret: Fill = ({ stringData, ...object }) => {
  const encoded = Object.entries(stringData ?? {}).map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')]);
  return withoutEmpty(filled({ ...object, data: { ...object.data, ...Object.fromEntries(encoded) } }, { type: 'Opaque' }), ['data']);
};

const namespace: Fill = object => filled({
  ...object, metadata: { ...object.metadata, labels: { ...object.metadata?.labels, 'kubernetes.io/metadata.name': object.metadata?.name } },
}, { spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } });

const limit: Fill = each => {
  const given = within(each, { default: amounts, defaultRequest: amounts, max: amounts, min: amounts, maxLimitRequestRatio: amounts });
  if (given.type !== 'Container') { return given; }
  const limits = { ...given.max, ...given.default };
  return { ...given, ...unlessEmpty(limits, 'default'), ...unlessEmpty({ ...given.min, ...limits, ...given.defaultRequest }, 'defaultRequest') };
};

function unlessEmpty(values: JsonObject, field: string): JsonObject {
  return Object.keys(values).length > 0 ? { [field]: values } : {};
}

/** By API group and kind. */
export const DEFAULTS: ReadonlyMap<string, Fill> = new Map<string, Fill>([
  ['/Pod', podItself],
  ['/ConfigMap', object => withoutEmpty(object, ['data', 'binaryData'])],
  ['/LimitRange', object => within(object, { spec: each => eachIn(each, { limits: limit }) })],
  ['/Namespace', namespace],
  ['/PersistentVolumeClaim', claim],
  ['/PodTemplate', object => within(object, { template: podTemplate })],
  ['/ReplicationController', workload(given => filled(given, { replicas: 1 }))],
  ['/ResourceQuota', object => within(object, { spec: each => within(each, { hard: amounts }) })],
  ['/Secret', secret],
  ['/Service', spec(service)],
  ['apps/DaemonSet', workload(daemonSet)],
  ['apps/Deployment', workload(deployment)],
  ['apps/ReplicaSet', workload(given => filled(given, { replicas: 1 }))],
  ['apps/StatefulSet', workload(statefulSet)],
  ['autoscaling/HorizontalPodAutoscaler', object => within(object, { spec: autoscaler(object.apiVersion === 'autoscaling/v2') })],
  ['batch/CronJob', spec(cronJob)],
  ['batch/Job', workload(job)],
  ['networking.k8s.io/NetworkPolicy', spec(networkPolicy)],
  [`${RBAC}/ClusterRoleBinding`, binding],
  [`${RBAC}/RoleBinding`, binding],
  ['scheduling.k8s.io/PriorityClass', object => filled(withoutEmpty(object, ['globalDefault']), { preemptionPolicy: 'PreemptLowerPriority' })],
  ['storage.k8s.io/StorageClass', object => filled(object, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' })],
]);
