import type { MeshModel } from './mesh-model';
import { istiodOpening, waypointPods } from './mesh-passage';
import { PortProtocol } from '../kube/port';
import type { Endpoint } from '../network/endpoint';
import type { Opening, PolicyOpenings } from '../network/passage';

const HBONE = { number: 15008, protocol: PortProtocol.TCP } as const;

/** What the policy of a waypoint lets through: those who call by it, the workloads behind it, istiod, and the names it resolves. */
export function waypointOpenings(model: MeshModel, behind: readonly Endpoint[]): PolicyOpenings {
  const into: Opening[] = [];
  const outOf: Opening[] = [];
  for (const endpoint of behind) {
    const flows = model.graph.into(endpoint).filter(flow => model.isByWaypoint(flow));
    into.push(...flows.map(({ from }) => ({ peer: from, port: HBONE })));
    if (flows.length > 0) { outOf.push({ peer: flows[0].to, port: HBONE }); }
  }
  return { into, outOf: [...outOf, istiodOpening(model)], resolvesNames: true };
}

/** The pods of a waypoint, by what selects them. */
export function waypointSelector(namespace: string): Readonly<Record<string, string>> {
  const { _shape: shape } = waypointPods(namespace);
  return shape.kind === 'pods' ? shape.labels : {};
}

/** Spec of the Gateway from which istiod makes a waypoint. */
export function waypointSpec(): Record<string, unknown> {
  return { gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] };
}
