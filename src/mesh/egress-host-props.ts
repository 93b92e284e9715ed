import type { AppProtocol } from '../kube/port';
import type { IFlowPeer } from '../network/peer';

/**
 * Properties for `EgressHost`.
 */
export interface EgressHostProps {
  /**
   * A full name, such as `api.stripe.com`, without scheme, port or wildcard.
   */
  readonly host: string;

  /**
   * Port of the host.
   *
   * @default 443
   */
  readonly port?: number;

  /**
   * What is spoken on the port: `TLS` or `HTTPS`, which the caller itself speaks and nothing on the way opens, or in ambient mode also `TCP`.
   *
   * @default AppProtocol.TLS
   */
  readonly appProtocol?: AppProtocol;

  /**
   * The pods of the egress gateway with sidecars, by `Pods.inNamespace(…)` with their service account. Only our side of the flow is
   * written: whoever runs them lets the callers in, and lets them out to the host.
   *
   * @default - istiod makes a waypoint, in ambient mode
   */
  readonly gateway?: IFlowPeer;

  /**
   * Name of the Service of the egress gateway, which has the port 443.
   *
   * @default - the name of the service account of `gateway`, as the chart of Istio has it
   */
  readonly gatewayService?: string;

  /**
   * Port on which the pods of the egress gateway listen for it.
   *
   * @default 443
   */
  readonly gatewayPort?: number;

  /**
   * Name of the Gateway and VirtualService with sidecars: a DNS label.
   *
   * @default - the construct's id
   */
  readonly name?: string;
}
