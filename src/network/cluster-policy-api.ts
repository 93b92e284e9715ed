/**
 * The API in which policies for a whole cluster are written.
 *
 * @see https://network-policy-api.sigs.k8s.io/implementations/
 */
export enum ClusterPolicyApi {
  /**
   * ClusterNetworkPolicy, `policy.networking.k8s.io/v1alpha2`: Calico from 3.32, kube-network-policies, Kube-OVN.
   */
  CLUSTER_NETWORK_POLICY = 'ClusterNetworkPolicy',

  /**
   * AdminNetworkPolicy and BaselineAdminNetworkPolicy, `policy.networking.k8s.io/v1alpha1`, which the other one replaces: OVN-Kubernetes,
   * Antrea, Kube-OVN, Calico from 3.29 to 3.31.
   */
  ADMIN_NETWORK_POLICY = 'AdminNetworkPolicy',
}
