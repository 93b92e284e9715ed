/**
 * What installs the control plane, and so has a form of its own for its settings.
 */
export enum ControlPlaneDistribution {
  /**
   * kubeadm, and what builds on it, such as Cluster API.
   *
   * @see https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
   */
  KUBEADM = 'kubeadm',

  /**
   * RKE2, which makes and keeps keys itself unless a KMS encrypts.
   *
   * @see https://docs.rke2.io/security/secrets_encryption
   */
  RKE2 = 'rke2',
}
