import { amount, amounts, eachIn, Fill, filled, within, withoutEmpty } from './policy-fill';
import type { JsonObject } from '../kube/pod';

/*
 * Pods as the API server writes them before policies judge them: what `withPodDefaults` fills in for the rules of the catalog is what those
 * can see, and a policy of others can see everything.
 *
 * See https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go
 */

const MODE = 0o644;
const AN_HOUR = 3600;

/** A template of pods, as workloads have it. */
export function podTemplate(template: JsonObject): JsonObject {
  return filled(within(template, { spec: podSpec, metadata }), { metadata: {} });
}

/** A Pod itself, for which more is filled in than for a template. */
export function podItself(pod: JsonObject): JsonObject {
  return within(pod, {
    spec: each => {
      const spec = filled(podSpec(each), { enableServiceLinks: true });
      const ofPod: Fill = one => {
        const own = within(one, { resources: requestsOfLimits });
        return spec.hostNetwork === true ? eachIn(own, { ports: port => filled(port, { hostPort: port.containerPort }) }) : own;
      };
      return eachIn(spec, { containers: ofPod, initContainers: ofPod });
    },
  });
}

export function metadata(object: JsonObject): JsonObject {
  return withoutEmpty(object, ['labels', 'annotations', 'finalizers', 'ownerReferences']);
}

export function podSpec(given: JsonObject): JsonObject {
  const spec = withoutEmpty(given, [
    'hostNetwork', 'hostPID', 'hostIPC', 'volumes', 'initContainers', 'ephemeralContainers', 'imagePullSecrets', 'tolerations', 'hostAliases', 'nodeSelector',
    'topologySpreadConstraints', 'readinessGates', 'overhead', 'serviceAccountName', 'priorityClassName',
  ]);
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  return filled(eachIn(spec, { containers: container, initContainers: container, ephemeralContainers: container, volumes: volume }), {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    schedulerName: 'default-scheduler',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
    ...(account ? { serviceAccount: account, serviceAccountName: account } : {}),
  });
}

function container(given: JsonObject): JsonObject {
  const one = withoutEmpty(given, [
    'stdin', 'stdinOnce', 'tty', 'command', 'args', 'ports', 'env', 'envFrom', 'volumeMounts', 'volumeDevices', 'workingDir',
  ]);
  const parts = within(eachIn(one, {
    ports: port => filled(port, { protocol: 'TCP' }),
    env: each => within(withoutEmpty(each, ['value']), { valueFrom: source => within(source, { fieldRef: field => filled(field, { apiVersion: 'v1' }) }) }),
    volumeMounts: each => withoutEmpty(each, ['readOnly', 'subPath']),
  }), {
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    lifecycle: each => within(each, { postStart: action, preStop: action }),
    resources,
  });
  return filled(parts, {
    imagePullPolicy: isLatest(one.image) ? 'Always' : 'IfNotPresent',
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
}

/** The tag `latest`, or none at all; an image with a digest need have no tag. */
function isLatest(image: unknown): boolean {
  const text = String(image);
  const tag = /:([^/:]+)$/.exec(text.replace(/@.*/, ''))?.[1];
  return tag === undefined ? !text.includes('@') : tag === 'latest';
}

function probe(given: JsonObject): JsonObject {
  return filled(within(action(given), { grpc: each => filled(each, { service: '' }) }), {
    failureThreshold: 3, periodSeconds: 10, successThreshold: 1, timeoutSeconds: 1,
  });
}

function action(given: JsonObject): JsonObject {
  return within(given, { httpGet: each => filled(each, { path: '/', scheme: 'HTTP' }) });
}

export function resources(given: JsonObject): JsonObject {
  return withoutEmpty(within(given, { limits: amounts, requests: amounts }), ['limits', 'requests', 'claims']);
}

function requestsOfLimits(given: JsonObject): JsonObject {
  return given.limits ? { ...given, requests: { ...given.limits, ...given.requests } } : given;
}

const items: Fill = each => eachIn(each, { items: item => within(item, { fieldRef: field => filled(field, { apiVersion: 'v1' }) }) });
const withMode: Fill = each => filled(items(each), { defaultMode: MODE });

function volume(given: JsonObject): JsonObject {
  const one = Object.keys(given).some(key => key !== 'name') ? given : { ...given, emptyDir: {} };
  return within(one, {
    configMap: withMode,
    secret: withMode,
    downwardAPI: withMode,
    projected: each => withMode(eachIn(each, {
      sources: source => within(source, { downwardAPI: items, serviceAccountToken: token => filled(token, { expirationSeconds: AN_HOUR }) }),
    })),
    hostPath: each => filled(each, { type: '' }),
    emptyDir: each => each.sizeLimit === undefined ? each : { ...each, sizeLimit: amount(each.sizeLimit) },
    ephemeral: each => within(each, { volumeClaimTemplate: template => filled(within(template, { spec: claimSpec }), { metadata: {} }) }),
  });
}

/** The spec of a PersistentVolumeClaim. */
export function claimSpec(spec: JsonObject): JsonObject {
  return filled(within(spec, { resources }), { resources: {}, volumeMode: 'Filesystem' });
}
