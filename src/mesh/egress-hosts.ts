import type { IConstruct } from 'constructs';
import type { EgressSettings } from './egress-settings';
import { annotationsOfMadePods } from './made-pods';
import { EGRESS, MeshModel } from './mesh-model';
import { EGRESS_LABELS, istiodOpening } from './mesh-passage';
import { waypointSpec } from './waypoint-policy';
import { PortProtocol } from '../kube/port';
import { refuse } from '../kube/problem';
import { External } from '../network/external';
import { ManagedNamespaces } from '../network/managed-namespaces';
import type { Opening } from '../network/passage';
import { FlowPeer } from '../network/peer';
import { networkPolicySpec } from '../network/policy-rules';
import { makeObject, ObjectRank } from '../policy/object-order';
import { Session } from '../policy/session';

/** One host outside, and who reaches it. */
export interface KnownHost {
  readonly settings: EgressSettings;
  readonly peer: FlowPeer;
  readonly owner: IConstruct;
}

/** Two, since the old one stays until the new one can serve. */
const WAYPOINT_PODS = 2;
const HBONE = { number: 15008, protocol: PortProtocol.TCP } as const;
const GATEWAY = 'gateway.networking.k8s.io';

/** The hosts outside that an app reaches by gateways, and the waypoints that it makes for them: one for each namespace. */
export class EgressHosts {
  public static of(construct: IConstruct): EgressHosts {
    const session = Session.of(construct);
    return session.part('egress-hosts', () => new EgressHosts(session));
  }

  private readonly hosts: KnownHost[] = [];
  private readonly withWaypoint = new Set<string>();

  private constructor(private readonly session: Session) {}

  public add(added: KnownHost): void {
    for (const { settings, owner } of this.hosts) { checkBeside(added, settings, owner); }
    this.hosts.push(added);
    this.session.touch();
  }

  /** Makes the waypoint of a namespace, once. */
  public makeWaypoint(model: MeshModel, namespace: string, owner: IConstruct): void {
    if (this.withWaypoint.has(namespace)) { return; }
    this.withWaypoint.add(namespace);
    ManagedNamespaces.of(owner).addProxies(namespace, { inEachPod: false, pods: WAYPOINT_PODS }, EGRESS);
    makeObject(ObjectRank.ALLOW, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: EGRESS,
      namespace,
      owner,
      annotations: annotationsOfMadePods(),
      render: () => ({ spec: this.policySpec(model, namespace) }),
    });
    const labels = { 'istio.io/waypoint-for': 'service' };
    makeObject(ObjectRank.MESH, {
      apiVersion: `${GATEWAY}/v1`, kind: 'Gateway', name: EGRESS, namespace, owner, labels, render: () => ({ spec: waypointSpec() }),
    });
    if (model.settings.isPermissive) { return; }
    // Policies without a target close pods, and no waypoint.
    makeObject(ObjectRank.MESH, {
      apiVersion: 'security.istio.io/v1',
      kind: 'AuthorizationPolicy',
      name: `allow-nothing-${EGRESS}`,
      namespace,
      owner,
      render: () => ({ spec: { targetRefs: [{ group: GATEWAY, kind: 'Gateway', name: EGRESS }] } }),
    });
  }

  /** It alone goes out, to the ports of its hosts; policies of the network know no names. */
  private policySpec(model: MeshModel, namespace: string): Record<string, unknown> {
    const hosts = this.hosts.filter(({ settings }) => settings.egress.namespace === namespace);
    const into = hosts.flatMap(({ peer }) => model.graph.callersOf(peer).map((endpoint): Opening => (
      { peer: FlowPeer._of(endpoint.name, { kind: 'workload', endpoint }, true), port: HBONE }
    )));
    const outOf = hosts.map(({ settings: { host, egress: { port } } }): Opening => (
      { peer: External.host(host), port: { number: port, protocol: PortProtocol.TCP } }
    ));
    return networkPolicySpec(EGRESS_LABELS, { into, outOf: [...outOf, istiodOpening(model)], resolvesNames: true }, this.session.settings);
  }
}

/** What two entries say of one host and port with two protocols, proxies read in one way or the other. */
function checkBeside({ settings, owner }: KnownHost, other: EgressSettings, otherOwner: IConstruct): void {
  if (settings.host !== other.host) { return; }
  if (settings.egress.namespace === other.egress.namespace) {
    refuse({
      what: `two EgressHosts of namespace "${settings.egress.namespace}" are one host`,
      got: owner.node.path,
      expected: `one, which is ${otherOwner.node.path}`,
      todo: 'allow flows to that one',
    });
  }
  if (settings.egress.port === other.egress.port && settings.protocol !== other.protocol) {
    refuse({
      what: `two EgressHosts say what is spoken on port ${other.egress.port} of ${other.host}`,
      got: settings.protocol,
      expected: `${other.protocol}, as ${otherOwner.node.path} says`,
      todo: 'say the same in both',
    });
  }
}
