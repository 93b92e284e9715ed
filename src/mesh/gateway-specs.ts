import type { GatewaySettings } from './gateway-settings';

type Spec = Record<string, unknown>;

const API = 'gateway.networking.k8s.io';

/** Where clients connect. */
export const HTTPS_PORT = 443;
/** Where they are sent there. */
export const HTTP_PORT = 80;

/** Listeners have names that a port of a Service can have. */
function listenerNames(protocol: string, { hosts }: GatewaySettings): string[] {
  return hosts.map((_, i) => i === 0 ? protocol : `${protocol}-${i + 1}`);
}

/** Spec of the Gateway of Kubernetes from which istiod makes pods. The least version of TLS is that of the mesh: the API has no field. */
export function gatewaySpec(gateway: GatewaySettings, parameters: string | undefined): Spec {
  const { hosts, credentialName } = gateway;
  const [https, http] = [listenerNames('https', gateway), listenerNames('http', gateway)];
  return {
    gatewayClassName: 'istio',
    ...(parameters === undefined ? {} : { infrastructure: { parametersRef: { group: '', kind: 'ConfigMap', name: parameters } } }),
    listeners: hosts.flatMap((hostname, i) => [
      { hostname, name: https[i], port: HTTPS_PORT, protocol: 'HTTPS', tls: { certificateRefs: [{ name: credentialName }], mode: 'Terminate' } },
      { hostname, name: http[i], port: HTTP_PORT, protocol: 'HTTP' },
    ]),
  };
}

/** Spec of the HTTPRoute that sends requests to the workload. */
export function routeSpec(gateway: GatewaySettings): Spec {
  const { name, hosts, endpoint, servicePort, flow } = gateway;
  const matches = flow.request?.paths?.map(path => ({
    path: isPrefix(path) ? { type: 'PathPrefix', value: path === '/*' ? '/' : path.slice(0, -2) } : { type: 'Exact', value: path },
  }));
  return {
    hostnames: [...hosts],
    parentRefs: listenerNames('https', gateway).map(sectionName => ({ name, sectionName })),
    rules: [{ backendRefs: [{ name: endpoint.name, port: servicePort }], ...(matches ? { matches } : {}) }],
  };
}

/** Spec of the HTTPRoute that sends whoever asks in the clear to TLS. */
export function redirectSpec(gateway: GatewaySettings): Spec {
  return {
    hostnames: [...gateway.hosts],
    parentRefs: listenerNames('http', gateway).map(sectionName => ({ name: gateway.name, sectionName })),
    rules: [{ filters: [{ requestRedirect: { scheme: 'https', statusCode: 301 }, type: 'RequestRedirect' }] }],
  };
}

/** What the pods of a Gateway let through, beside their namespace, which lets nothing through. */
export function gatewayAuthorizationSpec({ name, hosts, flow: { request } }: GatewaySettings): Spec {
  // A client may send its port behind the host.
  const asked = hosts.flatMap(host => [host, `${host}:*`]);
  return {
    action: 'ALLOW',
    rules: [{
      to: [
        {
          operation: {
            hosts: asked,
            ...(request?.methods ? { methods: [...request.methods] } : {}),
            ...(request?.paths ? { paths: [...request.paths] } : {}),
            ports: [String(HTTPS_PORT)],
          },
        },
        { operation: { hosts: asked, ports: [String(HTTP_PORT)] } },
      ],
    }],
    targetRefs: [{ group: API, kind: 'Gateway', name }],
  };
}

/** How istiod is to make the pods and the Service of a Gateway, by the names that it reads. */
export function infrastructure({ clientCidrs }: GatewaySettings): Record<string, Spec> {
  return {
    deployment: { spec: { replicas: 2, template: { spec: { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } } } } },
    podDisruptionBudget: { spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' } },
    // Otherwise every client has the address of a node.
    service: { spec: { externalTrafficPolicy: 'Local', ...(clientCidrs.length > 0 ? { loadBalancerSourceRanges: [...clientCidrs] } : {}) } },
  };
}

/** Spec of the Gateway of Istio for pods that somebody else runs. */
export function istioGatewaySpec({ hosts, credentialName, pods }: GatewaySettings): Spec {
  // Only VirtualServices of its own namespace can take the hosts.
  const own = hosts.map(host => `./${host}`);
  return {
    selector: { ...pods.labels },
    servers: [
      { hosts: own, port: { name: 'https', number: HTTPS_PORT, protocol: 'HTTPS' }, tls: { credentialName, minProtocolVersion: 'TLSV1_3', mode: 'SIMPLE' } },
      { hosts: own, port: { name: 'http', number: HTTP_PORT, protocol: 'HTTP' }, tls: { httpsRedirect: true } },
    ],
  };
}

/** Spec of the VirtualService that sends requests to the workload. */
export function virtualServiceSpec({ name, hosts, endpoint, servicePort, flow, pods }: GatewaySettings, clusterDomain: string): Spec {
  const match = flow.request?.paths?.map(path => ({ uri: isPrefix(path) ? { prefix: path.slice(0, -1) } : { exact: path } }));
  return {
    exportTo: [pods.namespace],
    gateways: [`${endpoint.namespace}/${name}`],
    hosts: [...hosts],
    http: [{
      ...(match ? { match } : {}),
      route: [{ destination: { host: `${endpoint.name}.${endpoint.namespace}.svc.${clusterDomain}`, port: { number: servicePort } } }],
    }],
  };
}

function isPrefix(path: string): boolean {
  return path.endsWith('/*');
}
