"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.policySites = policySites;
const rule_faults_1 = require("./rule-faults");
const selector_1 = require("./selector");
const witness_1 = require("./witness");
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
function policySites(policy, policies) {
    const { metadata, spec } = policy;
    const namespace = (0, witness_1.namespaceOf)(metadata);
    const types = spec.policyTypes ?? [];
    const site = (kind, detail, differs, change) => ({ kind, what: `${detail} of ${namespace}/${metadata.name}`, change, differs });
    const noLonger = types.map(type => noLongerHeld(policy, type));
    const [label] = Object.keys(spec.podSelector?.matchLabels ?? {});
    const selects = (podSelector) => copy => [{ ...copy, spec: { ...copy.spec, podSelector } }];
    return [
        ...types.length < 2 ? [] : types.map((type, i) => site('remove policyType', type, noLonger[i], copy => {
            copy.spec.policyTypes.splice(i, 1);
            return [copy];
        })),
        ...types.length === 0 ? [] : [site('drop policy', 'all', (before, after) => noLonger.some(differs => differs(before, after)), () => [])],
        ...label === undefined ? [] : [
            site('change podSelector of policy', label, (before, after) => noLonger.some(differs => differs(before, after)), selects({ ...spec.podSelector, matchLabels: { ...spec.podSelector.matchLabels, [label]: NOBODY } })),
            site('empty podSelector of policy', 'all labels', before => types.some(type => heldToo(policy, type, policies, before)), selects({})),
        ],
    ];
}
/** Without the policy, its pods lose what only it grants, or nothing isolates them any more. */
function noLongerHeld(policy, type) {
    const namespace = (0, witness_1.namespaceOf)(policy.metadata);
    const labels = (0, selector_1.asksForLabels)(policy.spec.podSelector) ? (0, witness_1.someLabels)(policy.spec.podSelector) : witness_1.UNLABELLED;
    return (before, after) => {
        const subject = { type, namespace, labels };
        if (!(0, witness_1.mayIsolate)(after, subject)) {
            return witness_1.STRANGERS.some(other => witness_1.ODD_SPANS.some(span => !(0, witness_1.mayGrant)(before, { subject, other, span })));
        }
        return (0, witness_1.isolatesAll)(after, subject) && (0, rule_faults_1.connectionsOf)(policy, type).some(witness => !(0, witness_1.mayGrant)(after, witness));
    };
}
/** With an empty selector, pods that another policy isolates are granted what this one grants. */
function heldToo(policy, type, policies, before) {
    const namespace = (0, witness_1.namespaceOf)(policy.metadata);
    return policies
        .filter(other => other !== policy && (0, witness_1.namespaceOf)(other.metadata) === namespace && other.spec.policyTypes?.includes(type))
        .map(({ spec }) => (0, selector_1.asksForLabels)(spec.podSelector) ? (0, witness_1.someLabels)(spec.podSelector) : witness_1.UNLABELLED)
        .some(labels => (0, rule_faults_1.connectionsOf)(policy, type).some(witness => !(0, witness_1.mayGrant)(before, { ...witness, subject: { type, namespace, labels } })));
}
