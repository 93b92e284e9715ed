/**
 * Leave to depart from one rule, with the reason on record.
 */
export interface Waiver {
  /**
   * Id of the rule, such as `read-only-root-filesystem`.
   */
  readonly rule: string;

  /**
   * Why the rule cannot be kept.
   *
   * Where a construct departs by it, it is written into the manifest, so that everyone who meets the object can read it, and for
   * scanners that read annotations: there on one line, at most 250 characters of it, with `:` for `=`.
   */
  readonly reason: string;

  /**
   * Name of the one container that departs from the rule.
   *
   * @default - at a workload the main container, or the only one that may depart from the rule; elsewhere every container. Of a rule that
   * is about no container, the object as a whole
   */
  readonly container?: string;

  /**
   * Who answers for it: a team or a person.
   *
   * @default - nobody is named
   */
  readonly owner?: string;

  /**
   * Where its end is planned, such as `SHOP-812`.
   *
   * @default - none
   */
  readonly ticket?: string;

  /**
   * Who agreed to it.
   *
   * @default - nobody is named
   */
  readonly approvedBy?: string;

  /**
   * The last day on which it counts, such as `2027-01-31`. From 30 days before there is a warning, from 14 days after it an error. Only
   * the verdict follows the calendar, never the manifests. The cluster knows no days: its policies leave the object out until manifests
   * without the waiver are applied.
   *
   * @default - it does not run out
   */
  readonly expires?: string;
}

/** What one construct does otherwise by a waiver. Of other rules only the findings are waived. */
export interface Waivable {
  /** Rules about the object as a whole. */
  readonly object: readonly string[];
  /** Rules about one container, with the containers that may depart from them. */
  readonly containers: Readonly<Record<string, readonly string[]>>;
  /** The container that is meant where none is named. */
  readonly main?: string;
  /** Every container, for other rules. Where it is left out, nobody knows them. */
  readonly all?: readonly string[];
}
