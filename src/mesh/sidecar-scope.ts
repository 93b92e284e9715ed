import type { MeshModel } from './mesh-model';
import { PortProtocol } from '../kube/port';
import type { Endpoint } from '../network/endpoint';
import type { EgressShape, FlowPeer } from '../network/peer';

/** What a sidecar knows by no name it sends on as it is, or not at all. */
type Elsewhere = 'ALLOW_ANY' | 'REGISTRY_ONLY';

/** A list of hosts cannot be empty; this one stands for no host. */
export const NO_HOST = '~/*';

/** Whether a workload calls anything, so that its sidecar needs a scope of its own. */
export function callsAnything(model: MeshModel, endpoint: Endpoint): boolean {
  return model.graph.outOf(endpoint).some(({ port }) => port.protocol === PortProtocol.TCP);
}

/**
 * The scope of a workload's sidecar: the hosts that its flows name. A flow to addresses leads to no host, so that the sidecar of such a
 * workload sends on what it does not know; the policy of the network holds it to the addresses.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export function sidecarSpec(model: MeshModel, endpoint: Endpoint): Record<string, unknown> {
  const called = model.graph.outOf(endpoint).filter(({ port }) => port.protocol === PortProtocol.TCP).map(({ to }) => to);
  const hosts = [...new Set(called.flatMap(to => hostsOf(model, endpoint, to)))].sort();
  const mode: Elsewhere = called.some(({ _shape: { kind } }) => kind === 'blocks' || kind === 'internet') ? 'ALLOW_ANY' : 'REGISTRY_ONLY';
  return {
    egress: [{ hosts: hosts.length > 0 ? hosts : [NO_HOST] }],
    outboundTrafficPolicy: { mode },
    workloadSelector: { labels: { ...endpoint.selector } },
  };
}

function gatewayOf(clusterDomain: string, { gateway }: EgressShape): string[] {
  return gateway ? [`${gateway.pods.namespace}/${gateway.service}.${gateway.pods.namespace}.svc.${clusterDomain}`] : [];
}

function hostsOf({ settings }: MeshModel, from: Endpoint, { _shape: shape }: FlowPeer): string[] {
  switch (shape.kind) {
    case 'workload': return [`${shape.endpoint.namespace}/${shape.endpoint.name}.${shape.endpoint.namespace}.svc.${settings.clusterDomain}`];
    // Which of the Services there leads to these pods only that app knows.
    case 'pods': return [`${shape.namespace}/*`];
    case 'host': return shape.egress ? [`${shape.egress.namespace}/${shape.host}`, ...gatewayOf(settings.clusterDomain, shape.egress)] : [`${from.namespace}/${shape.host}`];
    case 'blocks': case 'internet': case 'unknown-address': return [];
  }
}
