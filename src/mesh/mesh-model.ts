import type { Caller } from './caller';
import { IstioDataPlane } from './istio-data-plane';
import type { MeshSettings } from './mesh-settings';
import { TokenDemands } from './token-demands';
import { PortProtocol } from '../kube/port';
import type { Endpoint, EndpointPort } from '../network/endpoint';
import { internetBlocks } from '../network/external';
import type { Flow } from '../network/flow';
import { FlowGraph } from '../network/flow-graph';
import { ManagedNamespaces } from '../network/managed-namespaces';
import type { FlowPeer } from '../network/peer';
import type { Session } from '../policy/session';
import { FLOW_RULES } from '../policy/waivable-rules';

/** Name of the waypoint of a namespace, and so of its service account. */
export const WAYPOINT = 'waypoint';
/** Name of the waypoint by which a namespace reaches hosts outside. */
export const EGRESS = 'egress-waypoint';

/** What the mesh knows of the flows of an app: who is part of it, who is known by what, and what goes through a waypoint. */
export class MeshModel {
  public readonly graph: FlowGraph;
  public readonly namespaces: ManagedNamespaces;
  private readonly limits = new Map<Endpoint, { count: number; hasLimits: boolean }>();

  constructor(private readonly session: Session, public readonly settings: MeshSettings) {
    this.graph = FlowGraph.of(session.root);
    this.namespaces = ManagedNamespaces.of(session.root);
  }

  public get isAmbient(): boolean {
    return this.settings.dataPlane === IstioDataPlane.AMBIENT;
  }

  /** Whether the pods of a namespace are part of the mesh. */
  public isMeshed(namespace: string): boolean {
    return this.settings.namespaces?.includes(namespace) ?? this.namespaces.knows(namespace);
  }

  /** The namespaces of the mesh that the app itself makes. */
  public get made(): readonly string[] {
    return this.namespaces.made.map(({ name }) => name).filter(name => this.isMeshed(name));
  }

  /** The workloads of the app that are part of the mesh. */
  public get endpoints(): readonly Endpoint[] {
    return this.graph.endpoints.filter(({ namespace }) => this.isMeshed(namespace));
  }

  /** The same by their namespaces. */
  public get endpointsByNamespace(): ReadonlyMap<string, readonly Endpoint[]> {
    const found = new Map<string, Endpoint[]>();
    for (const endpoint of this.endpoints) {
      const known = found.get(endpoint.namespace);
      if (known) {
        known.push(endpoint);
      } else {
        found.set(endpoint.namespace, [endpoint]);
      }
    }
    return found;
  }

  /** Whether one end of a flow has an identity in the mesh. */
  public isMember({ _shape: shape }: FlowPeer): boolean {
    if (shape.kind === 'workload') { return this.isMeshed(shape.endpoint.namespace); }
    return shape.kind === 'pods' && shape.serviceAccount !== undefined;
  }

  public callerOf({ _shape: shape }: FlowPeer): Caller {
    switch (shape.kind) {
      case 'workload': return this.isMeshed(shape.endpoint.namespace)
        ? { kind: 'account', namespace: shape.endpoint.namespace, serviceAccount: shape.endpoint.serviceAccount } : { kind: 'anyone' };
      case 'pods': return shape.serviceAccount === undefined
        ? { kind: 'anyone' } : { kind: 'account', namespace: shape.namespace, serviceAccount: shape.serviceAccount };
      case 'blocks': return { kind: 'addresses', blocks: shape.blocks };
      case 'internet': return { kind: 'addresses', blocks: internetBlocks(this.session.settings.clusterCidrs, this.session.settings.ipv6) };
      case 'host': case 'unknown-address': return { kind: 'anyone' };
    }
  }

  /** Whether the proxies of the mesh carry a flow: both ends are part of it, and it is TCP. */
  public carries({ from, to, port }: Flow): boolean {
    return port.protocol === PortProtocol.TCP && this.isMember(from) && this.isMember(to);
  }

  /** Whether a flow goes through the waypoint of its destination. */
  public isByWaypoint(flow: Flow): boolean {
    return flow.to._shape.kind === 'workload' && this.carries(flow) && this.dialsService(flow) && this.hasWaypoint(flow.to._shape.endpoint);
  }

  /** Whether the Service of a workload is served by a waypoint: where some flow to it names what may be asked for, or asks for a token. */
  public hasWaypoint(endpoint: Endpoint): boolean {
    return this.isAmbient && this.isMeshed(endpoint.namespace) && (TokenDemands.of(this.session.root).has(endpoint) || this.hasLimits(endpoint));
  }

  /** Flows are only ever added, so that an answer changes with their number alone, and never from yes to no. */
  private hasLimits(endpoint: Endpoint): boolean {
    const count = this.graph.countInto(endpoint);
    const known = this.limits.get(endpoint);
    if (known && (known.hasLimits || known.count === count)) { return known.hasLimits; }
    const hasLimits = this.graph.into(endpoint).some(flow => flow.request !== undefined && this.dialsService(flow));
    this.limits.set(endpoint, { count, hasLimits });
    return hasLimits;
  }

  /** A waypoint stands before a Service: who dials pods goes past it. */
  public dialsService({ from, to, port }: Flow): boolean {
    const { _shape: caller } = from;
    const { _shape: called } = to;
    if (called.kind !== 'workload' || (caller.kind === 'pods' && caller.dialsPods)) { return false; }
    const isReplica = caller.kind === 'workload' && caller.endpoint === called.endpoint;
    return !isReplica && portOf(called.endpoint, port.number)?.servicePort !== undefined;
  }

  /** Whether a proxy reads what is asked for: the sidecar of the destination, or its waypoint, since the proxy of a node reads nothing. */
  public readsRequests(flow: Flow): boolean {
    return this.settings.isPermissive || (this.isAmbient ? this.isByWaypoint(flow) : this.isMember(flow.to));
  }

  /** Whether callers without an identity are let in on a port of a workload, where it waives that there are none. */
  public isOpenToPlaintext(endpoint: Endpoint, flow: Flow): boolean {
    return flow.port.protocol === PortProtocol.TCP && !this.isMember(flow.from) && endpoint.waives(FLOW_RULES.meshStrict);
  }
}

/** A TCP port of a workload. */
export function portOf(endpoint: Endpoint, number: number): EndpointPort | undefined {
  return endpoint.ports.find(port => port.number === number && port.protocol === PortProtocol.TCP);
}
