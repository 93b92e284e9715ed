import type { JsonObject } from '../../../src/kube/pod';

/** An object of namespace `shop`, or of another; of none where that is empty. */
export function object(apiVersion: string, kind: string, name: string, rest: JsonObject = {}, where = 'shop'): JsonObject {
  return { apiVersion, kind, metadata: { name, ...(where === '' ? {} : { namespace: where }) }, ...rest };
}

export function namespace(name = 'shop', labels: Record<string, string> = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export interface PodParts {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
  /** Fields of the workload's own spec. */
  readonly spec?: JsonObject;
  /** Fields of the pod spec. */
  readonly pod?: JsonObject;
  /** Fields of its one container. */
  readonly container?: JsonObject;
  readonly namespace?: string;
}

function template(name: string, { labels = { app: name }, annotations, pod, container }: PodParts): JsonObject {
  return { metadata: { labels, ...(annotations ? { annotations } : {}) }, spec: { containers: [{ name: 'main', image: 'web:1', ...container }], ...pod } };
}

/** A workload whose pods carry `app: <name>`, by which it selects them. */
export function workload(apiVersion: string, kind: string, name: string, parts: PodParts = {}): JsonObject {
  const spec = { selector: { matchLabels: parts.labels ?? { app: name } }, template: template(name, parts), ...parts.spec };
  return object(apiVersion, kind, name, { spec }, parts.namespace);
}

export const deployment = (name: string, parts: PodParts = {}) => workload('apps/v1', 'Deployment', name, parts);
export const statefulSet = (name: string, parts: PodParts = {}) => workload('apps/v1', 'StatefulSet', name, parts);
export const daemonSet = (name: string, parts: PodParts = {}) => workload('apps/v1', 'DaemonSet', name, parts);

export function job(name: string, parts: PodParts = {}): JsonObject {
  return object('batch/v1', 'Job', name, { spec: { template: template(name, parts), ...parts.spec } }, parts.namespace);
}

export function cronJob(name: string, parts: PodParts = {}): JsonObject {
  return object('batch/v1', 'CronJob', name, { spec: { jobTemplate: { spec: { template: template(name, parts) } } } }, parts.namespace);
}

export function service(name: string, selector: unknown = { app: name }, rest: JsonObject = {}, where?: string): JsonObject {
  return object('v1', 'Service', name, { spec: { selector, ports: [{ port: 80 }], ...rest } }, where);
}

export function policy(name: string, spec: JsonObject, where?: string): JsonObject {
  return object('networking.k8s.io/v1', 'NetworkPolicy', name, { spec }, where);
}

export const DENY = policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });

export function budget(name: string, selector: unknown, rest: JsonObject = { maxUnavailable: 1 }, where?: string): JsonObject {
  return object('policy/v1', 'PodDisruptionBudget', name, { spec: { ...(selector === undefined ? {} : { selector }), ...rest } }, where);
}

export function autoscaler(name: string, target: JsonObject, rest: JsonObject = {}, where?: string): JsonObject {
  return object('autoscaling/v2', 'HorizontalPodAutoscaler', name, { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', ...target }, ...rest } }, where);
}

/** An Ingress that sends each path to a Service. */
export function ingress(name: string, host: string, paths: Record<string, JsonObject>, rest: JsonObject = {}, where?: string): JsonObject {
  const http = { paths: Object.entries(paths).map(([path, backend]) => ({ path, pathType: 'Prefix', backend: { service: backend } })) };
  return object('networking.k8s.io/v1', 'Ingress', name, { spec: { rules: [{ host, http }], ...rest } }, where);
}

const RBAC = 'rbac.authorization.k8s.io/v1';

export function role(name: string, rules: readonly JsonObject[], kind = 'Role'): JsonObject {
  return object(RBAC, kind, name, { rules }, kind === 'Role' ? undefined : '');
}

/** A binding of a role to a service account of namespace `shop`, or to another subject. */
export function binding(kind: string, roleKind: string, roleName: string, subject: JsonObject = { kind: 'ServiceAccount', name: 'web', namespace: 'shop' }): JsonObject {
  return object(RBAC, kind, `${roleName}-binding`, { roleRef: { kind: roleKind, name: roleName }, subjects: [subject] }, kind === 'RoleBinding' ? undefined : '');
}

export function peers(name: string, mode: string, rest: JsonObject = {}, where?: string): JsonObject {
  return object('security.istio.io/v1', 'PeerAuthentication', name, { spec: { mtls: { mode }, ...rest } }, where);
}
