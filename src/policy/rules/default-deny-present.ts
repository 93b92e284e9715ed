import { DIRECTIONS } from '../graph-policies';
import type { Direction, NetworkPolicy } from '../graph-policies';
import { PolicyCoverage } from '../policy-coverage';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/** Namespaces of the cluster itself, which stops working where its own pods are cut off. */
const OF_CLUSTER = ['kube-node-lease', 'kube-public', 'kube-system'];

/**
 * Fields: spec of all NetworkPolicies of a Namespace.
 * Allowed: for ingress and for egress, one with an empty podSelector that isolates the pods and has no rule that lets everything through.
 */
export const defaultDenyPresent: SetRule = {
  id: 'default-deny-present',
  title: 'Each namespace denies what nobody allows',
  why: 'A pod that no policy is about, such as one of a new workload, or one that an intruder makes, reaches every pod and is reached by all',
  severity: Severity.ERROR,
  message: 'pods that no other policy is about are not isolated; add a NetworkPolicy with podSelector: {}, policyTypes: [Ingress, Egress] and no rules',
  controls: {
    cis: ['5.3.2'],
    mitre: ['T1046'],
    kubescape: ['C-0049', 'C-0054', 'C-0206'],
  },
  judge: graph => graph.namespaces.all.filter(({ name }) => !OF_CLUSTER.includes(name)).flatMap(({ index, name }): SetFault[] => {
    const wide = PolicyCoverage.of(graph).wide(name);
    const open = DIRECTIONS.filter(direction => !wide.some(policy => denies(policy, direction)));
    if (open.length === 0) { return []; }
    const isWhole = graph.podsIn(name).all.length > 0 && graph.pluginPolicies.all.length === 0;
    return [{
      index,
      problem: `pods that no other policy is about are not isolated: got no policy over all pods that denies ${open.join(' and ').toLowerCase()}, expected one`,
      // A set without the pods may well be without the policies, and what the policy of a network plugin denies is not told here.
      ...(isWhole ? {} : { severity: Severity.WARNING }),
    }];
  }),
};

function denies({ directions, rules }: NetworkPolicy, direction: Direction): boolean {
  return directions.includes(direction) && !rules[direction].some(({ peers, ports }) => !peers && !ports);
}
