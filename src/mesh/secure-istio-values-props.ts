import type { IstioDataPlane } from './istio-data-plane';
import type { IstioPlatform } from './istio-platform';
import type { IstioVersion } from './istio-version';

/**
 * Properties for `SecureIstioValues`.
 */
export interface SecureIstioValuesProps {
  /**
   * What carries the traffic.
   */
  readonly dataPlane: IstioDataPlane;

  /**
   * The version of the charts.
   *
   * @default IstioVersion.V1_28
   */
  readonly istioVersion?: IstioVersion;

  /**
   * The namespace in which the charts are installed.
   *
   * @default istio-system
   */
  readonly rootNamespace?: string;

  /**
   * The trust domain of the mesh. A name of its own keeps certificates of other meshes apart, also in logs.
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
   * The revision of the control plane, with which two of them can run while one is replaced.
   *
   * @default - the one without a name
   */
  readonly revision?: string;

  /**
   * What the cluster is.
   *
   * @default - nothing that the charts know
   */
  readonly platform?: IstioPlatform;

  /**
   * Further addresses to which istiod must not connect when it fetches keys of issuers of tokens: whoever may write a RequestAuthentication
   * has istiod ask there. Loopback, link-local ones and the metadata services of clouds are always among them.
   *
   * @default - none
   */
  readonly blockedJwksCidrs?: string[];
}
