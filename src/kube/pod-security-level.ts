/**
 * What pods may ask for in a namespace.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export enum PodSecurityLevel {
  /**
   * Nothing that is known to give more than the program needs.
   */
  RESTRICTED = 'restricted',

  /**
   * Nothing that is known to give the node away.
   */
  BASELINE = 'baseline',

  /**
   * Anything, the node included.
   */
  PRIVILEGED = 'privileged',
}
