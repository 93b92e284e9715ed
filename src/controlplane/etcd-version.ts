import type { KubernetesVersion } from '../kube/kubernetes-version';

/**
 * A minor version of etcd. It picks the names of settings: one in its file that etcd does not know, it passes over without a word.
 */
export enum EtcdVersion {
  /**
   * 3.5, from its patch 3.5.8 on, which is the first with a least version of TLS.
   */
  V3_5 = '3.5',

  /**
   * 3.6.
   */
  V3_6 = '3.6',

  /**
   * 3.7.
   */
  V3_7 = '3.7',
}

/**
 * The version that kubeadm of a version of Kubernetes brings.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/constants/constants.go
 */
export function etcdVersionFor({ minor }: KubernetesVersion): EtcdVersion {
  if (minor >= 37) { return EtcdVersion.V3_7; }
  return minor >= 34 ? EtcdVersion.V3_6 : EtcdVersion.V3_5;
}
