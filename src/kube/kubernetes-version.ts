import { KUBERNETES_RELEASES } from './kubernetes-releases';
import { refuse } from './problem';

/**
 * A minor version of Kubernetes that manifests are made for. It picks apiVersions and fields, and pins Pod Security.
 *
 * @see https://kubernetes.io/releases/patch-releases/
 */
export class KubernetesVersion {
  /**
   * Kubernetes 1.28. The oldest that can be asked for; past its end of life.
   */
  public static readonly V1_28 = new KubernetesVersion(28);

  /**
   * Kubernetes 1.29. Past its end of life.
   */
  public static readonly V1_29 = new KubernetesVersion(29);

  /**
   * Kubernetes 1.30. The lowest that serves every form this library uses; past its end of life.
   */
  public static readonly V1_30 = new KubernetesVersion(30);

  /**
   * Kubernetes 1.31. Past its end of life.
   */
  public static readonly V1_31 = new KubernetesVersion(31);

  /**
   * Kubernetes 1.32. Past its end of life.
   */
  public static readonly V1_32 = new KubernetesVersion(32);

  /**
   * Kubernetes 1.33. Past its end of life.
   */
  public static readonly V1_33 = new KubernetesVersion(33);

  /**
   * Kubernetes 1.34. Past its end of life.
   */
  public static readonly V1_34 = new KubernetesVersion(34);

  /**
   * Kubernetes 1.35. In support until 28 February 2027.
   */
  public static readonly V1_35 = new KubernetesVersion(35);

  /**
   * Kubernetes 1.36. In support until 28 June 2027.
   */
  public static readonly V1_36 = new KubernetesVersion(36);

  /**
   * Kubernetes 1.37. In support until October 2027.
   */
  public static readonly V1_37 = new KubernetesVersion(37);

  /**
   * The version of a text, such as `1.34`, `v1.34.2` or `v1.34.2-eks-1a2b3c4`. The patch makes no difference.
   *
   * Throws for versions older than 1.28, and newer than this release of the library knows.
   *
   * @param text as `kubectl version` shows the server's
   */
  public static of(text: string): KubernetesVersion {
    const minor = Number((typeof text === 'string' ? PATTERN.exec(text) : null)?.[1] ?? NaN);
    const known = KNOWN.find(version => version.minor === minor);
    if (known) { return known; }
    const newest = KNOWN[KNOWN.length - 1];
    return refuse({
      what: 'Kubernetes version',
      got: text,
      expected: `${KNOWN[0].text} to ${newest.text}`,
      todo: Number.isNaN(minor) ? 'write it like 1.36'
        : minor < newest.minor ? 'upgrade the cluster first, it gets no security patches'
          : `update cdk8s-hardened, or name ${newest.text} if its manifests shall do for newer clusters`,
    });
  }

  /**
   * The minor number: 34 for Kubernetes 1.34.
   */
  public readonly minor: number;

  /**
   * The version without patch, such as `1.34`.
   */
  public readonly text: string;

  /**
   * Last day with security patches from the Kubernetes project, as an ISO date. Providers may patch for longer.
   */
  public readonly endOfLife: string;

  private constructor(minor: number) {
    this.minor = minor;
    this.text = `1.${minor}`;
    this.endOfLife = KUBERNETES_RELEASES.find(release => release.minor === minor)!.endOfLife;
  }

  /**
   * Whether this version is the other one or newer.
   *
   * @param other the version to compare with
   */
  public atLeast(other: KubernetesVersion): boolean {
    return this.minor >= other.minor;
  }

  /**
   * Whether the Kubernetes project has stopped patching this version.
   *
   * @param asOf the day in question, as an ISO date such as `2026-11-25`
   */
  public isPastEndOfLife(asOf: string): boolean {
    if (typeof asOf !== 'string' || !DAY.test(asOf) || Number.isNaN(Date.parse(asOf))) {
      refuse({ what: 'asOf', got: asOf, expected: 'an ISO date', todo: 'write it like 2026-11-25' });
    }
    return asOf.slice(0, 10) > this.endOfLife;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}(T.*)?$/;
const PATTERN = /^v?1\.(\d{1,4})(?:\.\d+(?:[-+][-+.0-9A-Za-z]+)?)?$/;

const KNOWN: readonly KubernetesVersion[] = [
  KubernetesVersion.V1_28,
  KubernetesVersion.V1_29,
  KubernetesVersion.V1_30,
  KubernetesVersion.V1_31,
  KubernetesVersion.V1_32,
  KubernetesVersion.V1_33,
  KubernetesVersion.V1_34,
  KubernetesVersion.V1_35,
  KubernetesVersion.V1_36,
  KubernetesVersion.V1_37,
];
