import { checkDnsLabel, checkDnsSubdomain } from '../kube/names';
import { refuse } from '../kube/problem';
import { checkStruct } from '../kube/shape';

/**
 * Leave for an operator to depart from one rule, in one namespace.
 *
 * The names of what an operator makes are not known beforehand, so it is known by the identity under which it asks. Whoever may act as that
 * service account has the leave too.
 */
export interface OperatorWaiver {
  /**
   * Id of the rule, such as `read-only-root-filesystem`.
   */
  readonly rule: string;

  /**
   * The one namespace in which the operator may depart from it.
   */
  readonly namespace: string;

  /**
   * Namespace and name of the operator's service account, such as `cnpg-system/cnpg-manager`.
   */
  readonly serviceAccount: string;

  /**
   * Why what the operator makes cannot keep the rule. It is written into the policies.
   */
  readonly reason: string;
}

/** A copy that can be written into a policy; which rules there are, the caller knows. */
export function checkOperatorWaiver(waiver: OperatorWaiver, checkRule: (id: string) => unknown): OperatorWaiver {
  const { rule, namespace, serviceAccount, reason } = checkStruct('waiver of an operator', waiver);
  checkRule(rule);
  checkDnsLabel(`namespace in the waiver of "${rule}" for an operator`, namespace);
  const [within, name, ...more] = typeof serviceAccount === 'string' ? serviceAccount.split('/') : [];
  if (name === undefined || more.length > 0) {
    refuse({
      what: `waiver of "${rule}" names no service account of an operator`,
      got: serviceAccount,
      expected: 'namespace and name',
      todo: 'write it like cnpg-system/cnpg-manager',
    });
  }
  checkDnsLabel(`namespace of the service account in the waiver of "${rule}"`, within);
  checkDnsSubdomain(`service account in the waiver of "${rule}"`, name);
  if (typeof reason !== 'string' || reason.trim() === '') {
    refuse({ what: `waiver of "${rule}" for ${serviceAccount} gives no reason`, got: reason, expected: 'a sentence', todo: 'say why the rule cannot be kept' });
  }
  return { rule, namespace, serviceAccount, reason: reason.trim() };
}

/** For whoever reads a policy, since CEL itself says nothing of reasons: an annotation with those that stand in it. */
export function operatorReasons(operators: readonly OperatorWaiver[], rules: readonly { readonly id: string }[]): Record<string, string> | undefined {
  const reasons = operators.filter(({ rule }) => rules.some(({ id }) => id === rule))
    .map(({ rule, namespace, serviceAccount, reason }) => `${rule}, in ${namespace}, by ${serviceAccount}: ${reason}`);
  return reasons.length > 0 ? { 'waiver.cdk8s-hardened/operators': reasons.join('\n') } : undefined;
}
