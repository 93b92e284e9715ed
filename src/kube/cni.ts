/**
 * What enforces NetworkPolicies in the cluster.
 */
export enum Cni {
  /**
   * Unknown. Whether policies are enforced at all is then an assumption that no manifest can prove.
   */
  GENERIC = 'generic',

  /**
   * Cilium. Addresses of nodes and of the API server match a policy only where it runs with `policy-cidr-match-mode=nodes`.
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
