/** One minor release of Kubernetes. */
export interface KubernetesRelease {
  /** The 34 in 1.34. */
  readonly minor: number;
  /** Last day with patches, as an ISO date; for a version still in support the planned one. */
  readonly endOfLife: string;
}

/**
 * The releases that can be asked for, oldest first.
 *
 * Up to 1.31 as in data/releases/eol.yaml of kubernetes/website, then as announced for each release.
 *
 * @see https://kubernetes.io/releases/patch-releases/
 */
export const KUBERNETES_RELEASES: readonly KubernetesRelease[] = [
  { minor: 28, endOfLife: '2024-10-22' },
  { minor: 29, endOfLife: '2025-02-28' },
  { minor: 30, endOfLife: '2025-07-15' },
  { minor: 31, endOfLife: '2025-11-11' },
  { minor: 32, endOfLife: '2026-02-28' },
  { minor: 33, endOfLife: '2026-06-28' },
  { minor: 34, endOfLife: '2026-10-27' },
  { minor: 35, endOfLife: '2027-02-28' },
  { minor: 36, endOfLife: '2027-06-28' },
  { minor: 37, endOfLife: '2027-10-28' },
];
