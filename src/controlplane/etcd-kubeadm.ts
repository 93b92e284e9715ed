import { Yaml } from 'cdk8s';
import { API_SERVER_CA, API_SERVER_CLIENT } from './etcd-paths';
import { cipherSuitesFor, EtcdTls } from './etcd-tls';
import { EtcdMember, urlHost } from './etcd-topology';
import type { KubernetesVersion } from '../kube/kubernetes-version';

/** The first minor version whose kubeadm reads v1beta4, and arguments as a list. */
const V1BETA4 = 31;

/**
 * The arguments of the static pod. Its certificates and their authority, addresses and data directory are those that kubeadm gives it;
 * here stands what a later change of them must not undo.
 *
 * @see https://etcd.io/docs/v3.6/op-guide/configuration/#security
 */
export function stackedEtcd(version: KubernetesVersion, tls: EtcdTls, dataDirectory: string): string {
  const suites = cipherSuitesFor(tls);
  const flags: [string, string][] = [
    ['auto-tls', 'false'],
    ...suites.length > 0 ? [['cipher-suites', suites.join(',')] as [string, string]] : [],
    ['client-cert-auth', 'true'],
    ['peer-auto-tls', 'false'],
    ['peer-client-cert-auth', 'true'],
    ['tls-min-version', tls],
  ];
  const extraArgs = version.minor >= V1BETA4 ? flags.map(([name, value]) => ({ name, value })) : Object.fromEntries(flags);
  return clusterConfiguration(version, { local: { dataDir: dataDirectory, extraArgs } });
}

/**
 * How the API servers reach etcd on hosts of its own.
 *
 * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/setup-ha-etcd-with-kubeadm/
 */
export function externalEtcd(version: KubernetesVersion, members: readonly EtcdMember[]): string {
  const endpoints = members.map(({ address }) => `https://${urlHost(address)}:2379`);
  return clusterConfiguration(version, {
    external: { endpoints, caFile: API_SERVER_CA, certFile: `${API_SERVER_CLIENT}.crt`, keyFile: `${API_SERVER_CLIENT}.key` },
  });
}

function clusterConfiguration({ minor }: KubernetesVersion, etcd: object): string {
  return Yaml.stringify({ apiVersion: `kubeadm.k8s.io/${minor >= V1BETA4 ? 'v1beta4' : 'v1beta3'}`, kind: 'ClusterConfiguration', etcd });
}
