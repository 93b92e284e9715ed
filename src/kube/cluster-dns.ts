import { parseCidr } from './cidr';
import { checkDnsLabel, checkLabels } from './names';
import { checkPort } from './port';

/**
 * Properties for `ClusterDns.custom`.
 */
export interface ClusterDnsProps {
  /**
   * Namespace of the resolver's pods.
   *
   * @default kube-system
   */
  readonly namespace?: string;

  /**
   * Labels of the resolver's pods.
   *
   * @default - k8s-app: kube-dns
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Port on which the resolver's pods listen, for UDP and TCP.
   *
   * @default 53
   */
  readonly port?: number;

  /**
   * Addresses that no selector matches, as CIDRs: a cache on the node's network, or the ClusterIP of the DNS Service where a node-local
   * cache answers on it (kube-proxy in iptables mode).
   *
   * @default - none
   */
  readonly addresses?: string[];
}

/** Pods that resolve names. */
interface ResolverPods {
  readonly namespace: string;
  readonly labels: Record<string, string>;
}

/**
 * Where pods resolve names. Only workloads that dial a name may reach it, and nothing else on its port.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
 */
export class ClusterDns {
  /**
   * kube-dns or CoreDNS in `kube-system`, with a node-local cache as pods or on its usual link-local address.
   *
   * @param clusterIps ClusterIP of the DNS Service as CIDRs, for a node-local cache that answers on it
   */
  public static kubeDns(clusterIps?: string[]): ClusterDns {
    return new ClusterDns(
      [
        { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
        { namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } },
      ],
      53,
      ['169.254.20.10/32', ...clusterIps ?? []],
    );
  }

  /**
   * The resolver of OpenShift, which listens on 5353 in `openshift-dns`.
   */
  public static openshift(): ClusterDns {
    return new ClusterDns([{ namespace: 'openshift-dns', labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' } }], 5353, []);
  }

  /**
   * A resolver of your own.
   *
   * @param props where it listens
   */
  public static custom(props: ClusterDnsProps): ClusterDns {
    const labels = props.podLabels ?? { 'k8s-app': 'kube-dns' };
    const namespace = props.namespace ?? 'kube-system';
    checkDnsLabel('namespace of the cluster DNS', namespace);
    checkLabels('pod labels of the cluster DNS', labels);
    return new ClusterDns([{ namespace, labels }], checkPort('port of the cluster DNS', props.port ?? 53), props.addresses ?? []);
  }

  /** @internal */
  public readonly _pods: readonly ResolverPods[];

  /** @internal */
  public readonly _port: number;

  /** @internal */
  public readonly _addresses: readonly string[];

  private constructor(pods: readonly ResolverPods[], port: number, addresses: readonly string[]) {
    this._pods = pods;
    this._port = port;
    this._addresses = addresses.map(address => parseCidr('address of the cluster DNS', address).text);
  }
}
