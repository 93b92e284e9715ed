/**
 * In whose words a gateway is described.
 */
export enum GatewayApi {
  /**
   * Gateway and VirtualService of Istio, for gateway pods that somebody else runs.
   *
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  ISTIO = 'istio',

  /**
   * Gateway and HTTPRoute of Kubernetes: istiod makes the pods, in the namespace of the workload.
   *
   * @see https://gateway-api.sigs.k8s.io/
   */
  KUBERNETES = 'kubernetes',
}
