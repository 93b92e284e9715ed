import type { Permission } from './authorization-rules';
import { MeshModel, portOf, WAYPOINT } from './mesh-model';
import { TokenDemands } from './token-demands';
import { PortProtocol } from '../kube/port';
import type { Endpoint } from '../network/endpoint';
import type { Flow } from '../network/flow';

/** Who may do what with a workload, by the proxies that decide it. */
export interface WorkloadPermissions {
  /** At its pods: their sidecars, or the proxies of their nodes. */
  readonly atPods: readonly Permission[];
  /** At the waypoint before its Service. */
  readonly atService: readonly Permission[];
}

const NO_ISSUERS: readonly string[] = [];

/** What the flows to a workload allow. Whatever cannot be held to its limits where it arrives is not allowed at all. */
export function permissionsOf(model: MeshModel, endpoint: Endpoint): WorkloadPermissions {
  const atPods: Permission[] = [];
  const atService: Permission[] = [];
  const tokens = TokenDemands.of(endpoint.construct);
  for (const flow of model.graph.into(endpoint)) {
    if (flow.port.protocol !== PortProtocol.TCP) { continue; }
    const port = flow.port.number;
    const issuers = tokens.issuersFor(endpoint, port);
    const permission = { caller: model.callerOf(flow.from), port, issuers, ...(flow.request ? { request: flow.request } : {}) };
    if (model.isByWaypoint(flow)) {
      // A waypoint sees the port that was dialled, which is the Service's; behind it, the pods see the waypoint.
      atService.push({ ...permission, port: portOf(endpoint, port)!.servicePort! });
      atPods.push({ caller: { kind: 'account', namespace: endpoint.namespace, serviceAccount: WAYPOINT }, port, issuers: NO_ISSUERS });
    } else if (isLetIn(model, endpoint, flow) && !isBeyondReading(model, endpoint, flow)) {
      atPods.push(permission);
    }
  }
  return { atPods, atService };
}

function isLetIn(model: MeshModel, endpoint: Endpoint, flow: Flow): boolean {
  return model.isMember(flow.from) || model.isOpenToPlaintext(endpoint, flow);
}

/** The proxy of a node reads no requests: it could hold nobody to a method, and would read no token. */
export function isBeyondReading(model: MeshModel, endpoint: Endpoint, flow: Flow): boolean {
  return model.isAmbient && !model.isByWaypoint(flow)
    && (flow.request !== undefined || TokenDemands.of(endpoint.construct).issuersFor(endpoint, flow.port.number).length > 0);
}
