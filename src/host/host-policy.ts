/**
 * By what, beside nftables, the CNI itself guards ports of nodes.
 */
export enum HostPolicy {
  /**
   * By nothing.
   */
  NONE = 'none',

  /**
   * By a GlobalNetworkPolicy of Calico for host endpoints, which are made for all nodes; the ports are taken out of the failsafe ports, which
   * Calico otherwise leaves open whatever a policy says.
   *
   * With host endpoints, every other policy of the cluster whose selector is `all()` holds for nodes too: narrow those to pods before, by
   * `projectcalico.org/orchestrator == 'k8s'`, or they may cut nodes off.
   *
   * @see https://docs.tigera.io/calico/latest/reference/host-endpoints/failsafe
   */
  CALICO = 'calico',

  /**
   * By a CiliumClusterwideNetworkPolicy. Cilium judges by it only where it runs with `hostFirewall.enabled=true`, and tells nodes apart by
   * their addresses only with `policyCIDRMatchMode=nodes`.
   *
   * @see https://docs.cilium.io/en/stable/security/policy/host/
   */
  CILIUM = 'cilium',
}
