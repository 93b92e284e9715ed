/**
 * What a cluster is for the charts of Istio, where that makes a difference to them.
 *
 * @see https://istio.io/latest/docs/setup/platform-setup/
 */
export enum IstioPlatform {
  /**
   * Google Kubernetes Engine.
   */
  GKE = 'gke',

  /**
   * OpenShift.
   */
  OPENSHIFT = 'openshift',

  /**
   * K3s.
   */
  K3S = 'k3s',

  /**
   * K3s in containers.
   */
  K3D = 'k3d',

  /**
   * MicroK8s.
   */
  MICROK8S = 'microk8s',

  /**
   * Minikube.
   */
  MINIKUBE = 'minikube',
}
