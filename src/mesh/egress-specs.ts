import type { EgressSettings } from './egress-settings';
import type { Endpoint } from '../network/endpoint';

type Spec = Record<string, unknown>;

/** Port of the Service of an egress gateway. */
const GATEWAY_PORT = 443;

/** The namespaces that see a host: its own, that of its gateway, and those of its callers. */
function seenBy({ egress: { namespace, gateway } }: EgressSettings, callers: readonly Endpoint[]): string[] {
  const others = new Set([...callers.map(caller => caller.namespace), ...(gateway ? [gateway.pods.namespace] : [])]);
  others.delete(namespace);
  return ['.', ...[...others].sort()];
}

/** Spec of the ServiceEntry by which the mesh knows a host. */
export function egressEntrySpec(settings: EgressSettings, callers: readonly Endpoint[]): Spec {
  const { host, protocol, egress: { port } } = settings;
  return {
    exportTo: seenBy(settings, callers),
    hosts: [host],
    location: 'MESH_EXTERNAL',
    ports: [{ name: `${protocol.toLowerCase()}-${port}`, number: port, protocol }],
    resolution: 'DNS',
  };
}

/** Spec of the Gateway by which an egress gateway takes connections for a host. It reads the name that they ask for, and opens nothing. */
export function egressGatewaySpec({ host, egress: { gateway } }: EgressSettings): Spec {
  return {
    selector: { ...gateway!.pods.labels },
    servers: [{ hosts: [`./${host}`], port: { name: 'tls', number: GATEWAY_PORT, protocol: 'TLS' }, tls: { mode: 'PASSTHROUGH' } }],
  };
}

/** Spec of the VirtualService that leads from the sidecars to the gateway, and from there to the host. */
export function egressRouteSpec(settings: EgressSettings, callers: readonly Endpoint[], clusterDomain: string): Spec {
  const { name, host, egress: { namespace, port, gateway } } = settings;
  const { service, pods } = gateway!;
  const own = `${namespace}/${name}`;
  return {
    exportTo: seenBy(settings, callers),
    gateways: ['mesh', own],
    hosts: [host],
    tls: [
      {
        match: [{ gateways: ['mesh'], port, sniHosts: [host] }],
        route: [{ destination: { host: `${service}.${pods.namespace}.svc.${clusterDomain}`, port: { number: GATEWAY_PORT } } }],
      },
      { match: [{ gateways: [own], port: GATEWAY_PORT, sniHosts: [host] }], route: [{ destination: { host, port: { number: port } } }] },
    ],
  };
}
