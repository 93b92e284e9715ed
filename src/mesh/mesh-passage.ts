import { EGRESS, MeshModel, WAYPOINT } from './mesh-model';
import { PortProtocol } from '../kube/port';
import type { Endpoint } from '../network/endpoint';
import { addressPeer } from '../network/external';
import type { Flow, FlowPort } from '../network/flow';
import { DIRECT, FlowSide, Opening, Passage } from '../network/passage';
import { EgressShape, FlowPeer } from '../network/peer';
import { podsPeer } from '../network/pods';

/** All that a mesh carries in ambient mode arrives on this port, whatever port it is for. */
const HBONE: FlowPort = { number: 15008, protocol: PortProtocol.TCP };
const ISTIOD_PORT: FlowPort = { number: 15012, protocol: PortProtocol.TCP };

/**
 * From where the probes of the kubelet reach a pod in ambient mode.
 *
 * @see https://istio.io/latest/docs/ambient/usage/networkpolicy/
 */
const PROBE_ADDRESSES = { v4: '169.254.7.127/32', v6: 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128' } as const;

/** Pods of the waypoint of a namespace, which istiod makes from its Gateway. */
export function waypointPods(namespace: string): FlowPeer {
  return podsPeer('waypoint', namespace, { 'gateway.networking.k8s.io/gateway-name': WAYPOINT }, { serviceAccount: WAYPOINT });
}

/** What selects the pods of the waypoint by which a namespace reaches hosts outside. */
export const EGRESS_LABELS = { 'gateway.networking.k8s.io/gateway-name': EGRESS };

function egressPods(namespace: string): FlowPeer {
  return podsPeer('egress waypoint', namespace, EGRESS_LABELS, { serviceAccount: EGRESS });
}

/** The control plane of a mesh, as proxies reach it. */
export function istiodOpening(model: MeshModel): Opening {
  // Each revision of it has this label.
  return { peer: podsPeer('istiod', model.settings.rootNamespace, { app: 'istiod' }), port: ISTIOD_PORT };
}

/** Beside a sidecar every port stays what it is, and the proxy itself calls istiod. */
export function sidecarPassage(model: MeshModel): Passage {
  const istiod = [istiodOpening(model)];
  const past = pastHosts(model);
  return {
    openings: (flow, side) => {
      const gateway = egressOf(flow)?.gateway;
      if (!gateway) { return DIRECT.openings(flow, side); }
      return past(flow, side, { peer: FlowPeer._of('egress gateway', gateway.pods, true), port: { number: gateway.port, protocol: PortProtocol.TCP } });
    },
    needs: ({ namespace }, side) => side === 'outOf' && model.isMeshed(namespace) ? istiod : [],
    resolvesNames: ({ namespace }) => model.isMeshed(namespace),
    readsRequests: flow => model.readsRequests(flow),
  };
}

/**
 * In ambient mode a policy of the network sees one port alone, so it says who may connect to whom, and the mesh says on which port. While
 * plaintext is taken too, both are open.
 */
export function ambientPassage(model: MeshModel, ipv6: boolean): Passage {
  const probes = addressPeer('probes of the kubelet', ipv6 ? [PROBE_ADDRESSES.v4, PROBE_ADDRESSES.v6] : [PROBE_ADDRESSES.v4]);
  const past = pastHosts(model);
  const waypoints = new Map<string, FlowPeer>();
  const waypointOf = (namespace: string) => {
    let peer = waypoints.get(namespace);
    if (!peer) {
      peer = waypointPods(namespace);
      waypoints.set(namespace, peer);
    }
    return peer;
  };
  return {
    openings: (flow: Flow, side: FlowSide) => {
      const plain = DIRECT.openings(flow, side);
      const egress = egressOf(flow);
      if (egress) { return past(flow, side, { peer: egressPods(egress.namespace), port: HBONE }); }
      if (!model.carries(flow)) { return plain; }
      const other = side === 'into' ? flow.from : flow.to;
      const carried = { peer: model.isByWaypoint(flow) ? waypointOf(destinationOf(flow)) : other, port: HBONE };
      return model.settings.isPermissive ? [...plain, carried] : [carried];
    },
    needs: ({ namespace, probePorts }: Endpoint, side: FlowSide) => side === 'into' && model.isMeshed(namespace)
      ? probePorts.map(number => ({ peer: probes, port: { number, protocol: PortProtocol.TCP } })) : [],
    resolvesNames: () => false,
    readsRequests: flow => model.readsRequests(flow),
  };
}

function egressOf({ to: { _shape: shape } }: Flow): EgressShape | undefined {
  return shape.kind === 'host' ? shape.egress : undefined;
}

/** A host behind a gateway is reached by that alone; while plaintext is taken, those too reach it who are no part of the mesh yet. */
function pastHosts({ settings }: MeshModel): (flow: Flow, side: FlowSide, gateway: Opening) => readonly Opening[] {
  return (flow, side, gateway) => settings.isPermissive ? [...DIRECT.openings(flow, side), gateway] : [gateway];
}

function destinationOf({ to: { _shape: shape } }: Flow): string {
  return shape.kind === 'workload' ? shape.endpoint.namespace : '';
}
