import { admissionPolicySpec } from './admission-policy';
import type { GuardedShape } from './guarded-rules';
import type { OperatorWaiver } from './operator-waiver';
import { Severity } from './rule';
import { severityIn } from './rule-audit';
import type { Session } from './session';
import { waivedObjects } from './waived-objects';
import { PodSecurityLevel } from '../kube/pod-security-level';
import { refuse } from '../kube/problem';

export { enforceable, enforceableAmong, guardedBy, rulesByAction } from './guarded-rules';
export type { GuardedShape } from './guarded-rules';
export { protectionSpec, namespaceProtectionSpec } from './protection-policy';

/** A namespace that guardrails stand around. */
export interface GuardedNamespace {
  readonly name: string;
  readonly level: PodSecurityLevel;
}

/** Whom one policy is to judge, and by what. */
export interface Guarded extends GuardedShape {
  readonly namespaces: readonly GuardedNamespace[];
  readonly operators: readonly OperatorWaiver[];
}

/** The spec of the policy for one shape, with the waivers of the whole app inside the rules that they are for. */
export function guardrailSpec(session: Session, { shape, rules, namespaces, operators }: Guarded): Record<string, unknown> {
  const stray = operators.find(({ namespace }) => !namespaces.some(({ name }) => name === namespace));
  if (stray) {
    refuse({
      what: `waiver of "${stray.rule}" for an operator names a namespace without guardrails`,
      got: stray.namespace,
      expected: `one of ${namespaces.map(({ name }) => name).join(', ')}`,
      todo: 'correct or remove it',
    });
  }
  const waived = waivedObjects(session);
  return admissionPolicySpec({
    shape,
    rules,
    minor: session.settings.kubernetesVersion.minor,
    waived: rule => waived.get(rule.id) ?? [],
    spared: rule => namespaces.filter(({ level }) => severityIn(level, rule) === Severity.OFF).map(({ name }) => name).sort(),
    operators,
  })!;
}
