import { admissionPolicySpec, WaivedObject } from './admission-policy';
import { CATALOG, ruleOf } from './catalog';
import { ownerOf } from './owner';
import { POD_SHAPES, PolicyShape } from './policy-shape';
import { Rule, Severity } from './rule';
import { severityIn } from './rule-audit';
import type { Session } from './session';
import { podOf } from '../kube/pod';
import { PodSecurityLevel } from '../kube/pod-security-level';
import { refuse } from '../kube/problem';

/** A namespace that guardrails stand around. */
export interface GuardedNamespace {
  readonly name: string;
  readonly level: PodSecurityLevel;
}

/** The rules of the catalog that the cluster can judge by itself, object by object, as far as pods are concerned. */
export function rulesOfPods(ids: readonly string[] | undefined): readonly Rule[] {
  if (ids === undefined) { return CATALOG.filter(rule => rule.on !== 'object' && rule.severity === Severity.ERROR); }
  return [...new Set(ids)].sort().map(id => {
    const rule = ruleOf(id);
    return rule && rule.on !== 'object' ? rule : refuse({
      what: 'rule that guardrails cannot enforce', got: id, expected: 'a rule about pods, their containers or volumes', todo: 'correct the id, or leave it out',
    });
  });
}

/** The shapes of requests that one of the rules is about. */
export function shapesOf(rules: readonly Rule[]): readonly PolicyShape[] {
  return POD_SHAPES.filter(shape => rules.some(shape.takes));
}

/** The spec of the policy for one shape, with the waivers of the whole app inside the rules that they are for. */
export function guardrailSpec(
  session: Session, shape: PolicyShape, rules: readonly Rule[], namespaces: readonly GuardedNamespace[],
): Record<string, unknown> {
  const waived = waivedObjects(session);
  return admissionPolicySpec({
    shape,
    rules,
    minor: session.settings.kubernetesVersion.minor,
    waived: rule => waived.get(rule.id) ?? [],
    spared: rule => namespaces.filter(({ level }) => severityIn(level, rule) === Severity.OFF).map(({ name }) => name).sort(),
  })!;
}

/** What is waived, by the rule, for each object that the program writes. */
function waivedObjects(session: Session): ReadonlyMap<string, WaivedObject[]> {
  const all = new Map<string, WaivedObject[]>();
  for (const object of session.objects()) {
    const { apiVersion, kind, metadata } = object;
    if (!podOf({ apiVersion, kind })) { continue; }
    for (const { rule, container } of session.waivers.allFor(ownerOf(object))) {
      const waived = all.get(rule) ?? [];
      waived.push({ kind, namespace: metadata.namespace ?? '', name: object.name, container });
      all.set(rule, waived);
    }
  }
  return all;
}
