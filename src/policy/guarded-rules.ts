import { OBJECT_SHAPES } from './object-shapes';
import { IDLE_RULES, POLICY_RULES } from './policy-rules';
import { isAbout, POD_SHAPES, PolicyShape } from './policy-shape';
import { expressionFor, Rule, Severity } from './rule';
import { nearest } from '../cel/nearest';
import { refuse } from '../kube/problem';

/** Every shape of request that a policy can judge. */
export const SHAPES: readonly PolicyShape[] = [...POD_SHAPES, ...OBJECT_SHAPES];

const BY_ID: ReadonlyMap<string, Rule> = new Map(POLICY_RULES.map(rule => [rule.id, rule]));

/** What is to be enforced. */
export interface RuleChoice<A extends string> {
  readonly rules?: readonly string[];
  readonly exceptRules: readonly string[];
  /** What becomes of a request, and where it is another thing for a rule. */
  readonly action: A;
  readonly actions: { readonly [rule: string]: A };
  /** The minor version of the cluster. */
  readonly minor: number;
  /** Rules that the app itself brings. */
  readonly own?: readonly Rule[];
}

/** The rules by what becomes of a request that breaks them; each in one place. */
export function rulesByAction<A extends string>(choice: RuleChoice<A>): ReadonlyMap<A, readonly Rule[]> {
  const { rules, exceptRules, action, actions, minor, own = [] } = choice;
  const known = (id: string) => enforceableAmong(own, id);
  const left = new Set(exceptRules.map(id => known(id).id));
  const named = Object.keys(actions).map(id => left.has(id) ? refuse({
    what: 'rule has an action, and is left out of the guardrails', got: id, expected: 'one of the two', todo: 'remove it from actions or from exceptRules',
  }) : known(id));
  const chosen = new Set([...(rules?.map(known) ?? defaults(own)), ...named].filter(({ id }) => !left.has(id)));
  const byAction = new Map<A, Rule[]>();
  for (const rule of [...chosen].sort((a, b) => a.id < b.id ? -1 : 1)) {
    if (expressionFor(rule, minor) === undefined) { continue; }
    const taken = Object.hasOwn(actions, rule.id) ? actions[rule.id] : action;
    byAction.set(taken, [...byAction.get(taken) ?? [], rule]);
  }
  return byAction;
}

/** One shape of request, and the rules by which it is judged. */
export interface GuardedShape {
  readonly shape: PolicyShape;
  readonly rules: readonly Rule[];
}

/** The shapes of requests that one of the rules is about. */
export function guardedBy(rules: readonly Rule[]): readonly GuardedShape[] {
  return SHAPES.map(shape => ({ shape, rules: rules.filter(shape.takes) })).filter(({ rules: taken }) => taken.length > 0);
}

/** The kinds of objects that policies judge by a rule, as rules write them. */
export function guardedKinds(rule: string, own: readonly Rule[] = []): ReadonlySet<string> {
  const known = find(rule, own);
  return new Set(known ? SHAPES.filter(({ takes }) => takes(known)).flatMap(({ kinds }) => kinds.filter(kind => isAbout(known, [kind]))) : []);
}

/** What ends a synthesis is refused by the cluster too. */
function defaults(own: readonly Rule[]): Rule[] {
  return [...POLICY_RULES, ...own].filter(rule => rule.severity === Severity.ERROR && isReached(rule));
}

/** The rule of an id that policies for some namespaces can enforce. */
export function enforceable(id: string): Rule {
  return enforceableAmong([], id);
}

/** The same, with rules that the app itself brings. */
export function enforceableAmong(own: readonly Rule[], id: string): Rule {
  const rule = find(id, own);
  if (rule && isReached(rule)) { return rule; }
  if (!rule && !Object.hasOwn(IDLE_RULES, id)) {
    const near = nearest(String(id), [...BY_ID.keys(), ...own.map(each => each.id)]);
    return refuse({
      what: 'rule of the guardrails is unknown', got: id, expected: near.length > 0 ? `${near.join(', ')} or another` : 'an id of RULES.md', todo: 'correct the id',
    });
  }
  const reason = rule ? 'its objects stand in no namespace, so that a policy for them would be one for the whole cluster' : IDLE_RULES[id];
  return refuse({
    what: `rule cannot be enforced by guardrails: ${reason}`, got: id, expected: 'a rule about pods, or about objects in a namespace', todo: 'leave it out',
  });
}

function find(id: string, own: readonly Rule[]): Rule | undefined {
  return BY_ID.get(id) ?? own.find(rule => rule.id === id);
}

function isReached(rule: Rule): boolean {
  return SHAPES.some(shape => shape.takes(rule));
}
