import type { MeshModel } from './mesh-model';
import { PortProtocol } from '../kube/port';
import type { Endpoint } from '../network/endpoint';

/** A host outside the cluster, as the workloads of one namespace call it. */
export interface OutsideHost {
  readonly host: string;
  readonly namespace: string;
  readonly ports: readonly number[];
}

/** The hosts that workloads of a namespace call by name. */
export function outsideHosts(model: MeshModel, namespace: string, endpoints: readonly Endpoint[]): OutsideHost[] {
  const ports = new Map<string, Set<number>>();
  for (const { to: { _shape: shape }, port } of endpoints.flatMap(endpoint => model.graph.outOf(endpoint))) {
    // One behind a gateway is made known by what makes it.
    if (shape.kind !== 'host' || shape.egress || port.protocol !== PortProtocol.TCP) { continue; }
    const known = ports.get(shape.host) ?? new Set<number>();
    ports.set(shape.host, known);
    for (let number = port.number; number <= (port.end ?? port.number); number++) { known.add(number); }
  }
  return [...ports].sort(([a], [b]) => a < b ? -1 : 1).map(([host, numbers]) => ({ host, namespace, ports: [...numbers].sort((a, b) => a - b) }));
}

/**
 * Makes a host known to the mesh, for the namespace that calls it alone. What is sent there is TLS, which the mesh does not open.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export function serviceEntrySpec({ host, ports }: OutsideHost): Record<string, unknown> {
  return {
    exportTo: ['.'],
    hosts: [host],
    location: 'MESH_EXTERNAL',
    ports: ports.map(number => ({ name: `tls-${number}`, number, protocol: 'TLS' })),
    resolution: 'DNS',
  };
}
