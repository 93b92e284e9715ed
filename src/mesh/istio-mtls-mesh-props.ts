import type { IstioDataPlane } from './istio-data-plane';
import type { IstioVersion } from './istio-version';
import type { MeshScope } from './mesh-scope';
import type { Waiver } from '../policy/waiver';

/**
 * Properties for `IstioMtlsMesh`.
 */
export interface IstioMtlsMeshProps {
  /**
   * What carries the traffic.
   */
  readonly dataPlane: IstioDataPlane;

  /**
   * The version of Istio in the cluster.
   *
   * @default IstioVersion.V1_28
   */
  readonly istioVersion?: IstioVersion;

  /**
   * The namespace in which istiod runs, and the objects stand that count for the whole mesh.
   *
   * @default istio-system
   */
  readonly rootNamespace?: string;

  /**
   * The trust domain of the mesh. Policies name it only where Istio is older than 1.25.
   *
   * @default cluster.local
   */
  readonly trustDomain?: string;

  /**
   * The domain of the cluster's Services.
   *
   * @default cluster.local
   */
  readonly clusterDomain?: string;

  /**
   * The revision, or better the revision tag, by which namespaces ask for sidecars.
   *
   * @default default
   */
  readonly revision?: string;

  /**
   * How far the mesh reaches that this app makes.
   *
   * @default MeshScope.MANAGED_NAMESPACES
   */
  readonly scope?: MeshScope;

  /**
   * Names of the namespaces that are part of the mesh, of those in the app.
   *
   * @default - all of them, also those that the program makes or imports later
   */
  readonly namespaces?: string[];

  /**
   * Whether proxies write a line for each request or connection, as a Telemetry object asks them to.
   *
   * @default true
   */
  readonly accessLog?: boolean;

  /**
   * The one rule that a whole mesh may waive is `mesh-mtls-strict`, with an end: until then pods take plaintext too, and nobody is refused
   * for who they are. It is the way in, and the way out: with it, the namespaces can join or leave the mesh while everything goes on.
   *
   * @default - only mutual TLS
   */
  readonly waivers?: Waiver[];
}
