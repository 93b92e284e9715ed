import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { AppMesh, meshMissing } from './app-mesh';
import { authorizationRules } from './authorization-rules';
import type { EgressHostProps } from './egress-host-props';
import { EgressHosts } from './egress-hosts';
import { EgressSettings, settleEgress } from './egress-settings';
import { egressEntrySpec, egressGatewaySpec, egressRouteSpec } from './egress-specs';
import { EGRESS, MeshModel } from './mesh-model';
import { sentence } from '../kube/problem';
import { External } from '../network/external';
import { workloadNamespace } from '../network/namespace-scope';
import { FlowPeer, IFlowPeer } from '../network/peer';
import { makeObject, ObjectRank } from '../policy/object-order';
import { propIn, PropsOfFields } from '../policy/prop-of-field';
import { SealPhase, Session } from '../policy/session';

/** Props by the fields that they change. */
const PROPS: PropsOfFields = {
  'metadata.name': 'host',
  'spec.egress': 'port',
  'spec.exportTo': 'gateway',
  'spec.gateways': 'name',
  'spec.hosts': 'host',
  'spec.ports': 'port',
  'spec.ports[].protocol': 'appProtocol',
  'spec.rules': 'port',
  'spec.selector': 'gateway',
  'spec.servers': 'host',
  'spec.targetRefs': 'host',
  'spec.tls': 'port',
  'spec.tls[].match[].gateways': 'name',
  'spec.tls[].match[].sniHosts': 'host',
  'spec.tls[].route[].destination.host': 'gatewayService',
};

/**
 * A host outside the cluster that workloads of the mesh reach through a gateway alone: `web.connections.allowTo(stripe)`.
 *
 * Policies of the network know no names, so that a flow to `External.host` opens its port to the whole internet. Here the callers are let
 * out to the gateway and nowhere else; the gateway knows the host, and what leaves the cluster has its address.
 *
 * In ambient mode istiod makes a waypoint for the hosts of a namespace, which lets each caller by its certificate to the hosts of its flows,
 * and which alone is let out to their ports. The nodes must capture DNS, as istio-cni does unless told otherwise.
 *
 * With sidecars the gateway is one that somebody else runs. It reads the name that a connection asks for (SNI) and opens nothing, so it
 * knows no caller: that a caller asks for its own hosts alone is a matter of its sidecar, which a program that is broken into can go
 * around. Whoever may reach the gateway may then reach every host behind it.
 *
 * An app without an `IstioMtlsMesh` that the callers are part of is an error.
 *
 * @see https://istio.io/latest/docs/tasks/traffic-management/egress/egress-gateway/
 * @see https://istio.io/latest/docs/ambient/usage/waypoint/
 */
export class EgressHost extends Construct implements IFlowPeer {
  /**
   * The host as the destination of flows.
   */
  public readonly peer: FlowPeer;

  private readonly settings: EgressSettings;
  private isMade = false;

  constructor(scope: Construct, id: string, props: EgressHostProps) {
    super(scope, id);
    this.settings = settleEgress(id, workloadNamespace(this, 'EgressHost'), props);
    const { host, egress } = this.settings;
    this.peer = FlowPeer._of(`host ${host} behind an egress gateway`, { kind: 'host', host, egress }, true);
    EgressHosts.of(this).add({ settings: this.settings, peer: this.peer, owner: this });
    Session.of(this).addSealStep(SealPhase.OBJECTS, () => this.makeObjects());
    this.node.addValidation({ validate: () => this.faults() });
  }

  /** @internal */
  public _propOf(field: string, { name }: ApiObject): string | undefined {
    // Its Gateway and its VirtualService have a name of their own; everything else has the host's.
    return field === 'metadata.name' && name !== this.settings.host ? 'name' : propIn(PROPS, field);
  }

  /** Once the data plane is known. */
  private makeObjects(): void {
    const { model } = AppMesh.of(this);
    if (!model || this.isMade || model.isAmbient === (this.settings.egress.gateway !== undefined)) { return; }
    this.isMade = true;
    const { settings, settings: { name } } = this;
    const callers = () => model.graph.callersOf(this.peer);
    const labels = model.isAmbient ? { 'istio.io/use-waypoint': EGRESS } : undefined;
    this.make(ObjectRank.MESH_ALLOW, 'networking.istio.io/v1', 'ServiceEntry', () => egressEntrySpec(settings, callers()), { labels });
    if (model.isAmbient) {
      EgressHosts.of(this).makeWaypoint(model, settings.egress.namespace, this);
      if (!model.settings.isPermissive) { this.make(ObjectRank.MESH_ALLOW, 'security.istio.io/v1', 'AuthorizationPolicy', () => this.authorizationSpec(model)); }
    } else {
      this.make(ObjectRank.MESH_ALLOW, 'networking.istio.io/v1', 'Gateway', () => egressGatewaySpec(settings), { name });
      this.make(
        ObjectRank.MESH_ALLOW, 'networking.istio.io/v1', 'VirtualService', () => egressRouteSpec(settings, callers(), model.settings.clusterDomain), { name },
      );
    }
  }

  private make(
    rank: ObjectRank,
    apiVersion: string,
    kind: string,
    spec: () => Record<string, unknown>,
    more: { name?: string; labels?: Record<string, string> } = {},
  ): void {
    const { host, egress: { namespace } } = this.settings;
    makeObject(rank, { apiVersion, kind, name: host, namespace, owner: this, ...more, render: () => ({ spec: spec() }) });
  }

  /** What the waypoint lets through to the host. */
  private authorizationSpec(model: MeshModel): Record<string, unknown> {
    const { host, egress: { port } } = this.settings;
    const permissions = model.graph.callersOf(this.peer).map(({ namespace, serviceAccount }) => (
      { caller: { kind: 'account', namespace, serviceAccount } as const, port, issuers: [] }
    ));
    return { action: 'ALLOW', rules: authorizationRules(permissions, model.settings), targetRefs: [{ group: 'networking.istio.io', kind: 'ServiceEntry', name: host }] };
  }

  private faults(): string[] {
    const { model } = AppMesh.of(this);
    const { host, protocol, egress: { namespace, gateway } } = this.settings;
    if (!model) { return meshMissing(this, `no gateway stands before ${host}`, namespace); }
    const planes = model.isAmbient === (gateway !== undefined) ? [sentence({
      what: `gateway of EgressHost ${host} does not fit the data plane of the mesh`,
      got: model.settings.dataPlane,
      expected: model.isAmbient ? 'none, since a waypoint stands before the host' : 'the pods of an egress gateway',
      todo: model.isAmbient ? 'leave it out' : 'pass them as gateway',
    })] : [];
    const unnamed = !model.isAmbient && protocol === 'TCP' ? [sentence({
      what: `connections to ${host} name no host by which a gateway could tell them`, got: protocol, expected: 'TLS or HTTPS', todo: 'have the caller speak TLS',
    })] : [];
    return [
      ...meshMissing(this, `no gateway stands before ${host}`, namespace),
      ...planes,
      ...unnamed,
      ...model.graph.callersOf(this.peer).filter(caller => !model.isMeshed(caller.namespace)).map(caller => sentence({
        what: `"${caller.name}" calls ${host} by a gateway, and is no part of the mesh`, got: caller.namespace, expected: 'a namespace of the mesh', todo: 'make it part of the mesh',
      })),
      ...model.graph.callersOf(External.host(host)).map(caller => sentence({
        what: `"${caller.name}" calls ${host} past the gateway that stands before it`, expected: 'one way out', todo: 'allow its flow to the EgressHost, and not to External.host',
      })),
    ];
  }
}
