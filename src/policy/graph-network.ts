import type { Entry } from './entry-table';
import { each, numberOf, objectOf, objectsIn, textOf, textsIn, textsOf } from './json-reading';
import { LabelSelector } from './label-selector';
import { objectAt } from '../kube/pod';
import type { JsonObject } from '../kube/pod';

/** A port by its number or by its name. */
export type PortName = number | string;

export interface ServicePort {
  readonly name?: string;
  readonly number?: number;
  readonly target?: PortName;
  readonly protocol: string;
  /** What is spoken there, where that is said. */
  readonly appProtocol?: string;
}

export interface Service extends Entry {
  readonly labels: Readonly<Record<string, string>>;
  /** Nothing where its addresses are somebody else's to say. */
  readonly selector?: LabelSelector;
  readonly ports: readonly ServicePort[];
  readonly isExternal: boolean;
  /** Whether its name stands for its pods, one by one. */
  readonly isHeadless: boolean;
}

export function serviceOf(json: JsonObject, entry: Entry): Service {
  const { selector, ports, type, clusterIP } = objectOf(json.spec);
  return {
    index: entry.index,
    kind: entry.kind,
    namespace: entry.namespace,
    name: entry.name,
    labels: textLabels(json),
    selector: type === 'ExternalName' ? undefined : LabelSelector.ofMap(selector),
    ports: each(ports, servicePortOf),
    isExternal: type === 'ExternalName',
    isHeadless: clusterIP === 'None',
  };
}

function servicePortOf({ name, port, targetPort, protocol, appProtocol }: JsonObject): ServicePort {
  return {
    name: textOf(name), number: numberOf(port), target: portName(targetPort), protocol: textOf(protocol) ?? 'TCP', appProtocol: textOf(appProtocol),
  };
}

/** The port that a Service sends to, by number or name. */
export function targetOf({ target, number }: ServicePort): PortName | undefined {
  return target ?? number;
}

/** Where an object sends what it receives: a Service, and its port. */
export interface Backend {
  readonly namespace: string;
  readonly service: string;
  readonly port?: PortName;
  readonly field: string;
}

/** One path of one host of an Ingress. */
export interface Route {
  /** Empty where it is for every host. */
  readonly host: string;
  readonly path: string;
  readonly field: string;
}

export interface Ingress extends Entry {
  readonly className: string;
  /** Whether it is there to take a share of what another receives. */
  readonly isCanary: boolean;
  readonly backends: readonly Backend[];
  readonly routes: readonly Route[];
}

export function ingressOf(json: JsonObject, entry: Entry): Ingress {
  const spec = objectAt(json, ['spec']);
  const rules = objectsIn(spec.rules).map((rule, i) => ({ host: textOf(rule.host) ?? '', paths: objectsIn(objectAt(rule, ['http']).paths), at: `spec.rules[${i}]` }));
  return {
    ...entry,
    className: textOf(spec.ingressClassName) ?? textOf(objectAt(json, ['metadata', 'annotations'])['kubernetes.io/ingress.class']) ?? '',
    isCanary: objectAt(json, ['metadata', 'annotations'])['nginx.ingress.kubernetes.io/canary'] === 'true',
    backends: [
      ...ingressBackend(objectAt(spec, ['defaultBackend']), entry.namespace, 'spec.defaultBackend'),
      ...rules.flatMap(({ paths, at }) => paths.flatMap(({ backend }, i) => ingressBackend(backend, entry.namespace, `${at}.http.paths[${i}].backend`))),
    ],
    routes: rules.flatMap(({ host, paths, at }) => paths.map(({ path, pathType }, i) => (
      { host, path: `${textOf(pathType) ?? ''} ${textOf(path) ?? '/'}`.trim(), field: `${at}.http.paths[${i}]` }
    ))),
  };
}

function ingressBackend(json: unknown, namespace: string, at: string): Backend[] {
  const { name, port } = objectAt(json, ['service']);
  const service = textOf(name);
  const { number, name: named } = objectAt(port, []);
  return service === undefined ? [] : [{ namespace, service, port: portName(number) ?? portName(named), field: `${at}.service` }];
}

export interface GatewayRoute extends Entry {
  readonly backends: readonly Backend[];
}

/** A route of the Gateway API. Only backends that are Services are told. */
export function gatewayRouteOf(json: JsonObject, entry: Entry): GatewayRoute {
  const backends = objectsIn(objectAt(json, ['spec']).rules).flatMap((rule, i) => objectsIn(rule.backendRefs).flatMap((ref, j): Backend[] => {
    const service = textOf(ref.name);
    const isService = (textOf(ref.kind) ?? 'Service') === 'Service' && (textOf(ref.group) ?? '') === '';
    if (service === undefined || !isService) { return []; }
    return [{ namespace: textOf(ref.namespace) ?? entry.namespace, service, port: portName(ref.port), field: `spec.rules[${i}].backendRefs[${j}]` }];
  }));
  return { ...entry, backends };
}

export interface ServiceMonitor extends Entry {
  readonly selector?: LabelSelector;
  /** The namespaces in which it looks; nothing where it looks in all of them. */
  readonly namespaces?: readonly string[];
}

export function serviceMonitorOf(json: JsonObject, entry: Entry): ServiceMonitor {
  const spec = objectAt(json, ['spec']);
  const { any, matchNames } = objectAt(spec, ['namespaceSelector']);
  const names = textsIn(matchNames);
  return {
    ...entry,
    selector: LabelSelector.of(spec.selector),
    namespaces: any === true ? undefined : names.length > 0 ? names : [entry.namespace],
  };
}

/** A webhook that the API server calls at a Service. */
export interface WebhookConfiguration extends Entry {
  readonly backends: readonly Backend[];
}

export function webhookConfigurationOf(json: JsonObject, entry: Entry): WebhookConfiguration {
  const backends = objectsIn(json.webhooks).flatMap((webhook, i): Backend[] => {
    const { name, namespace, port } = objectAt(webhook, ['clientConfig', 'service']);
    const service = textOf(name);
    return service === undefined ? [] : [{
      namespace: textOf(namespace) ?? '', service, port: portName(port) ?? 443, field: `webhooks[${i}].clientConfig.service`,
    }];
  });
  return { ...entry, backends };
}

/** Labels of an object itself, those that are text. */
export function textLabels(json: JsonObject): Readonly<Record<string, string>> {
  return textsOf(objectOf(json.metadata).labels);
}

function portName(value: unknown): PortName | undefined {
  return numberOf(value) ?? textOf(value);
}
