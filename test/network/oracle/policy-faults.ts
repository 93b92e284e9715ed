import { FaultKind, Site } from './fault-site';
import { connectionsOf } from './rule-faults';
import { asksForLabels } from './selector';
import { isolatesAll, mayGrant, mayIsolate, namespaceOf, ODD_SPANS, someLabels, STRANGERS, Subject, UNLABELLED } from './witness';

const NOBODY = 'fault-nobody';

/**
 * Faults in whom a policy holds. Left out, because they may mean the same:
 *
 * - what `policyTypes` does not list, and a list of one: without it, the default would put the same in its place
 * - a policy whose pods another isolates too, if that grants as much or it is not sure which pods it isolates
 * - a policy that grants everything, where no other isolates its pods
 * - an empty selector made empty, and one without `matchLabels` changed
 * - an emptied selector where no other policy stands in the namespace: it would only hold pods that nobody knows
 *
 * A policy for all pods of a namespace, such as a default deny, shows its worth on pods that no other policy selects: only a decoy that
 * must be `closed` notices its loss.
 */
export function policySites(policy: any, policies: readonly any[]): Site[] {
  const { metadata, spec } = policy;
  const namespace = namespaceOf(metadata);
  const types: readonly Subject['type'][] = spec.policyTypes ?? [];
  const site = (kind: FaultKind, detail: string, differs: Site['differs'], change: Site['change']): Site =>
    ({ kind, what: `${detail} of ${namespace}/${metadata.name}`, change, differs });
  const noLonger = types.map(type => noLongerHeld(policy, type));
  const [label] = Object.keys(spec.podSelector?.matchLabels ?? {});
  const selects = (podSelector: any): Site['change'] => copy => [{ ...copy, spec: { ...copy.spec, podSelector } }];
  return [
    ...types.length < 2 ? [] : types.map((type, i) => site('remove policyType', type, noLonger[i], copy => {
      copy.spec.policyTypes.splice(i, 1);
      return [copy];
    })),
    ...types.length === 0 ? [] : [site('drop policy', 'all', (before, after) => noLonger.some(differs => differs(before, after)), () => [])],
    ...label === undefined ? [] : [
      site('change podSelector of policy', label, (before, after) => noLonger.some(differs => differs(before, after)),
        selects({ ...spec.podSelector, matchLabels: { ...spec.podSelector.matchLabels, [label]: NOBODY } })),
      site('empty podSelector of policy', 'all labels', before => types.some(type => heldToo(policy, type, policies, before)), selects({})),
    ],
  ];
}

/** Without the policy, its pods lose what only it grants, or nothing isolates them any more. */
function noLongerHeld(policy: any, type: Subject['type']): Site['differs'] {
  const namespace = namespaceOf(policy.metadata);
  const labels = asksForLabels(policy.spec.podSelector) ? someLabels(policy.spec.podSelector) : UNLABELLED;
  return (before, after) => {
    const subject = { type, namespace, labels };
    if (!mayIsolate(after, subject)) { return STRANGERS.some(other => ODD_SPANS.some(span => !mayGrant(before, { subject, other, span }))); }
    return isolatesAll(after, subject) && connectionsOf(policy, type).some(witness => !mayGrant(after, witness));
  };
}

/** With an empty selector, pods that another policy isolates are granted what this one grants. */
function heldToo(policy: any, type: Subject['type'], policies: readonly any[], before: readonly any[]): boolean {
  const namespace = namespaceOf(policy.metadata);
  return policies
    .filter(other => other !== policy && namespaceOf(other.metadata) === namespace && other.spec.policyTypes?.includes(type))
    .map(({ spec }) => asksForLabels(spec.podSelector) ? someLabels(spec.podSelector) : UNLABELLED)
    .some(labels => connectionsOf(policy, type).some(witness => !mayGrant(before, { ...witness, subject: { type, namespace, labels } })));
}
