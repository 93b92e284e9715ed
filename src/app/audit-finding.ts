import { ownerOf } from '../policy/owner';
import { Severity } from '../policy/rule';
import { FindingStatus, SettledFinding } from '../policy/verdict';
import type { Waiver } from '../policy/waiver';

/**
 * One departure from one rule, and what becomes of it.
 */
export interface AuditFinding {
  /**
   * Id of the rule.
   */
  readonly rule: string;

  /**
   * How much it matters.
   */
  readonly severity: Severity;

  /**
   * What becomes of it. An error that is open ends the synthesis.
   */
  readonly status: FindingStatus;

  /**
   * What is wrong, and what to do about it.
   */
  readonly message: string;

  /**
   * Path of the construct that the program made.
   */
  readonly constructPath: string;

  /**
   * Kind, namespace and name of the object, such as `Deployment shop/web`.
   *
   * @default - it is about no object by itself
   */
  readonly object?: string;

  /**
   * The field at fault, such as `spec.template.spec.hostNetwork`.
   *
   * @default - none can be told
   */
  readonly field?: string;

  /**
   * The prop of the construct by which the field is changed, such as `sidecars[0].image`.
   *
   * @default - the object is of no construct of this library, or no prop changes the field
   */
  readonly prop?: string;

  /**
   * Name of the container.
   *
   * @default - it is about no container by itself
   */
  readonly container?: string;

  /**
   * The waiver that gives leave.
   *
   * @default - it is not waived
   */
  readonly waiver?: Waiver;
}

/** A finding as other languages can read it. */
export function auditFinding({ rule, severity, status, message, construct, object, field, prop, container, waiver }: SettledFinding): AuditFinding {
  const optional = { object, field, prop, container, waiver };
  return {
    rule,
    severity,
    status,
    message,
    constructPath: ownerOf(construct).node.path,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
