import type { PortProtocol } from '../kube/port';

/**
 * Properties of a flow.
 */
export interface FlowProps {
  /**
   * Port on which the destination's pods listen: the container's port, not the Service's.
   *
   * @default - the destination's only port; required where it has several, or lies outside the app
   */
  readonly port?: number;

  /**
   * Name of the destination's port, instead of its number.
   *
   * @default - the port is named by its number
   */
  readonly portName?: string;

  /**
   * Last port of a range that begins with `port`. Only for destinations outside the app.
   *
   * @default - one port
   */
  readonly endPort?: number;

  /**
   * Protocol of the port.
   *
   * @default - that of the destination's port; TCP where the destination lies outside the app
   */
  readonly protocol?: PortProtocol;

  /**
   * HTTP methods that the caller may use, in capitals. A mesh holds it to them: an `IstioMtlsMesh` in the app.
   *
   * @default - any method
   */
  readonly methods?: string[];

  /**
   * Paths that the caller may ask for, each with all of `methods`: exact ones such as `/cart`, or `/cart/*` for everything below. Where a
   * path has methods of its own, declare a flow for it.
   *
   * @default - any path
   */
  readonly paths?: string[];

  /**
   * Methods of gRPC that the caller may call, such as `shop.Cart/GetCart`, instead of `methods` and `paths`.
   *
   * @default - any method
   */
  readonly grpcMethods?: string[];
}
