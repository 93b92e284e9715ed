import type { GatewayApi } from './gateway-api';
import type { IFlowPeer } from '../network/peer';

/**
 * Properties for `SecureGateway`.
 */
export interface SecureGatewayProps {
  /**
   * In whose words the gateway is described, and so who runs its pods.
   */
  readonly api: GatewayApi;

  /**
   * Hosts that clients ask for. No wildcard: it would answer for names of other tenants.
   */
  readonly hosts: string[];

  /**
   * Name of the Secret of type `kubernetes.io/tls` that holds the certificate of the hosts: in the namespace of the workload with
   * `GatewayApi.KUBERNETES`, in that of the gateway's pods with `GatewayApi.ISTIO`.
   */
  readonly credentialName: string;

  /**
   * The workload that answers.
   */
  readonly workload: IFlowPeer;

  /**
   * Port on which the workload's pods listen, with an `appProtocol` of HTTP.
   *
   * @default - its only port that has one
   */
  readonly port?: number;

  /**
   * Paths that are sent to the workload: exact ones such as `/cart`, or `/cart/*` for everything below. The mesh holds the gateway to them,
   * in ambient mode by a waypoint.
   *
   * @default - every path
   */
  readonly paths?: string[];

  /**
   * HTTP methods that clients may use, in capitals. The mesh holds the gateway to them, in ambient mode by a waypoint.
   *
   * @default - every method
   */
  readonly methods?: string[];

  /**
   * The pods of the gateway with `GatewayApi.ISTIO`, by `IngressController.pods(…)` with their service account. Only our side of the flow
   * is written: whoever runs them lets clients in, and lets them out to the workload.
   *
   * @default - istiod makes them, as `GatewayApi.KUBERNETES` says
   */
  readonly gateway?: IFlowPeer;

  /**
   * Addresses from which clients come, with `GatewayApi.KUBERNETES`. The load balancer receives the same list.
   *
   * @default - none; then `acceptInternet` must be set
   */
  readonly clientCidrs?: string[];

  /**
   * Whether clients may come from every public address, with `GatewayApi.KUBERNETES`.
   *
   * @default false
   */
  readonly acceptInternet?: boolean;

  /**
   * Name of the gateway.
   *
   * @default - the construct's id
   */
  readonly name?: string;
}
