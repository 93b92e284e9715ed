import { refuse } from '../kube/problem';

/**
 * A minor version of Istio that objects are made for. It picks fields, and what a mesh can be asked for.
 *
 * @see https://istio.io/latest/docs/releases/supported-releases/
 */
export class IstioVersion {
  /**
   * Istio 1.22: the first in which every object of this library has its version v1. Sidecars only.
   */
  public static readonly V1_22 = new IstioVersion(22);

  /**
   * Istio 1.24: the first with the ambient mode.
   */
  public static readonly V1_24 = new IstioVersion(24);

  /**
   * Istio 1.25: the first in which policies name service accounts, and close waypoints.
   */
  public static readonly V1_25 = new IstioVersion(25);

  /**
   * Istio 1.28.
   */
  public static readonly V1_28 = new IstioVersion(28);

  /**
   * Istio 1.30.
   */
  public static readonly V1_30 = new IstioVersion(30);

  /**
   * The version of a text, such as `1.28` or `1.28.2`. The patch makes no difference.
   *
   * @param text as `istioctl version` shows that of the control plane
   * @throws if it is older than 1.22, or no version
   */
  public static of(text: string): IstioVersion {
    const minor = Number((typeof text === 'string' ? /^v?1\.(\d{1,3})(?:[.-][-.\w]+)?$/.exec(text) : null)?.[1] ?? NaN);
    if (!(minor >= OLDEST)) {
      refuse({ what: 'Istio version', got: text, expected: `1.${OLDEST} or newer`, todo: 'write it like 1.28; an older mesh gets no security patches' });
    }
    return new IstioVersion(minor);
  }

  private constructor(
    /** @internal */
    public readonly _minor: number,
  ) {}

  /**
   * The version as a text, such as `1.28`.
   */
  public get text(): string {
    return `1.${this._minor}`;
  }

  /**
   * Whether this version is another or newer.
   *
   * @param other the other version
   */
  public atLeast(other: IstioVersion): boolean {
    return this._minor >= other._minor;
  }
}

const OLDEST = 22;
