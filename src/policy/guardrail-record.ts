import type { Deployer } from './deployer';
import type { GuardrailReach } from './guardrail-reach';
import type { OperatorWaiver } from './operator-waiver';
import type { Session } from './session';

/** A rule that a policy of the cluster judges by. */
export interface EnforcedRule {
  readonly rule: string;
  /** Name of the policy and of its binding. */
  readonly policy: string;
  /** What becomes of a request that breaks it: `Deny`, `Warn` or `Audit`. */
  readonly action: string;
}

/** What one set of policies keeps, and what it lets pass, as reports tell of it. */
export interface GuardrailRecord {
  readonly name: string;
  /** Whether the policies stand on the disks of API servers, and not among the manifests. */
  readonly onDisk: boolean;
  /** The namespaces that it is for, when they are known. */
  readonly reach: () => GuardrailReach;
  readonly operators: readonly OperatorWaiver[];
  readonly rules: EnforcedRule[];
  /** Who may change what guards the namespaces; nobody is kept from it where there are none. */
  readonly deployers: Deployer[];
}

/** All sets of an app, in the order of the program. */
export function guardrailRecords(session: Session): GuardrailRecord[] {
  return session.part('guardrail-records', (): GuardrailRecord[] => []);
}
