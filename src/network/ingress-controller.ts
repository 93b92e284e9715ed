import { addressPeer } from './external';
import { FlowPeer } from './peer';
import { podsPeer, PodsProps } from './pods';

/**
 * What brings traffic from outside to a workload, and ends TLS.
 */
export class IngressController {
  /**
   * A controller that runs as ordinary pods, and sends to pods by their addresses, as most do.
   *
   * @param namespace its namespace
   * @param labels labels that select its pods; at least one
   * @param props its identity in a mesh
   */
  public static pods(namespace: string, labels: { [key: string]: string }, props: PodsProps = {}): FlowPeer {
    return podsPeer('ingress controller', namespace, labels, props, true);
  }

  /**
   * A controller on the host network, as on RKE2 or bare metal. No selector matches such pods: they come from the nodes' addresses.
   *
   * @param nodeCidrs addresses of the nodes, and of their tunnels where the CNI has some
   */
  public static hostNetwork(nodeCidrs: string[]): FlowPeer {
    return addressPeer('ingress controller on the host network', nodeCidrs, 'nodes');
  }

  /**
   * A load balancer of a cloud that sends to pods directly (ALB or NLB with ip targets, NEG).
   *
   * @param sourceCidrs addresses it sends from: the subnets of the balancer, or 130.211.0.0/22 and 35.191.0.0/16 on Google Cloud
   */
  public static cloudLoadBalancer(sourceCidrs: string[]): FlowPeer {
    return addressPeer('cloud load balancer', sourceCidrs);
  }

  private constructor() {}
}
