/**
 * What carries the traffic of a mesh.
 *
 * @see https://istio.io/latest/docs/overview/dataplane-modes/
 */
export enum IstioDataPlane {
  /**
   * A proxy in each pod. It needs the node agent istio-cni: the init container that would do without needs rights that no restricted
   * namespace admits.
   */
  SIDECAR = 'sidecar',

  /**
   * A proxy on each node, which knows who calls, and a waypoint for the namespaces in which flows name methods or paths.
   */
  AMBIENT = 'ambient',
}
