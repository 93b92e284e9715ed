import { admissionPolicySpec } from './admission-policy';
import type { GuardedShape } from './guarded-rules';
import type { GuardrailReach } from './guardrail-reach';
import type { OperatorWaiver } from './operator-waiver';
import { Severity } from './rule';
import { severityIn } from './rule-audit';
import type { Session } from './session';
import { teamDemands } from './team-demands';
import type { TeamWaivers } from './team-waivers';
import { waivedObjects } from './waived-objects';
import { refuse, shown } from '../kube/problem';

export { enforceable, enforceableAmong, guardedBy, rulesByAction } from './guarded-rules';
export type { GuardedShape } from './guarded-rules';
export { protectionSpec, namespaceProtectionSpec } from './protection-policy';

/** Whom one policy is to judge, and by what. */
export interface Guarded extends GuardedShape {
  readonly reach: GuardrailReach;
  readonly operators: readonly OperatorWaiver[];
  /** Waivers of other apps. */
  readonly teams?: readonly TeamWaivers[];
}

/** The spec of the policy for one shape, with the waivers of the whole app inside the rules that they are for. */
export function guardrailSpec(session: Session, { shape, rules, reach, operators, teams = [] }: Guarded): Record<string, unknown> {
  const stray = operators.find(({ namespace }) => !reach.takes(namespace));
  if (stray) {
    refuse({
      what: `waiver of "${stray.rule}" for an operator names a namespace without guardrails`,
      got: stray.namespace,
      expected: reach.text,
      todo: 'correct or remove it',
    });
  }
  for (const { _namespaces, _source } of teams) {
    const beyond = _namespaces.find(namespace => !reach.takes(namespace));
    if (beyond !== undefined) {
      refuse({ what: `waivers in ${shown(_source)} are for a namespace without guardrails`, got: beyond, expected: reach.text, todo: 'correct or remove it' });
    }
  }
  const waived = waivedObjects(session);
  const demands = teamDemands(session.settings.audit);
  return admissionPolicySpec({
    shape,
    rules,
    minor: session.settings.kubernetesVersion.minor,
    waived: ({ id }) => [...waived.get(id) ?? [], ...teams.flatMap(team => team._objectsFor(id, demands))],
    spared: rule => reach.namesAt(level => severityIn(level, rule) === Severity.OFF),
    byLabel: !reach.isNamed,
    operators,
  })!;
}
