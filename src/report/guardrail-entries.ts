import { withoutCredentials } from '../kube/credential';
import { ruleOf } from '../policy/catalog';
import { guardrailRecords } from '../policy/guardrail-record';
import type { OperatorWaiver } from '../policy/operator-waiver';
import { Severity } from '../policy/rule';
import { severityIn } from '../policy/rule-audit';
import type { Session } from '../policy/session';

/** What one set of policies of the cluster keeps, and what it leaves out. What waivers let depart stands with these. */
export interface GuardrailEntry {
  readonly name: string;
  /** Whether the policies are files for the disks of API servers, of which nobody here knows whether they are there. */
  readonly onDisk: boolean;
  /** The namespaces that it is for, or all but these. */
  readonly namespaces: readonly string[];
  readonly isAllBut: boolean;
  readonly rules: readonly GuardedRule[];
  /** Who may depart from which rule, by the identity under which it asks. */
  readonly operators: readonly OperatorWaiver[];
  /** Who may change what guards the namespaces; nobody is kept from it where there are none. */
  readonly deployers: readonly string[];
}

/** One rule, and the policies that judge by it. */
export interface GuardedRule {
  readonly rule: string;
  readonly policies: readonly string[];
  readonly action: string;
  /** Namespaces whose level allows what the rule forbids. */
  readonly spared?: readonly string[];
}

export function guardrailEntries(session: Session): GuardrailEntry[] {
  return guardrailRecords(session).map(({ name, onDisk, reach: reachOf, rules, operators, deployers }) => {
    const reach = reachOf();
    const byRule = new Map<string, GuardedRule>();
    for (const { rule, policy, action } of rules) {
      const known = byRule.get(rule);
      const levelled = known === undefined ? ruleOf(rule) : undefined;
      const spared = levelled === undefined ? known?.spared ?? [] : reach.namesAt(level => severityIn(level, levelled) === Severity.OFF);
      byRule.set(rule, { rule, policies: [...known?.policies ?? [], policy], action, ...(spared.length > 0 ? { spared } : {}) });
    }
    return {
      name: withoutCredentials(name),
      onDisk,
      namespaces: [...reach.names].sort(),
      isAllBut: !reach.isNamed,
      rules: [...byRule.values()],
      operators: operators.map(operator => ({ ...operator, reason: withoutCredentials(operator.reason) })),
      deployers: deployers.map(({ _kind, _name }) => withoutCredentials(`${_kind} ${_name}`)),
    };
  });
}
