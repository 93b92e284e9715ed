/**
 * What enforces NetworkPolicies in the cluster.
 */
export enum Cni {
  /**
   * Unknown. Whether policies are enforced at all is then an assumption that no manifest can prove.
   */
  GENERIC = 'generic',

  /**
   * Cilium. No address of a policy matches nodes and the API server there: flows to or from them are opened by a CiliumNetworkPolicy, which
   * names them by what they are, and flows to `External.host(…)` for the name of the host alone.
   */
  CILIUM = 'cilium',

  /**
   * Calico.
   */
  CALICO = 'calico',

  /**
   * The VPC CNI of AWS. It enforces a policy on traffic to a Service only where the Service's port equals the container's port.
   */
  AWS_VPC_CNI = 'aws-vpc-cni',
}
