import { shown } from '../../kube/problem';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: spec.podSelector of a NetworkPolicy, and the labels of all pods of its namespace, and of those that a Gateway of it makes.
 * Allowed: a selector that selects pods; an empty one selects all that there are, and those to come.
 */
export const networkPolicySelectsPods: SetRule = {
  id: 'network-policy-selects-pods',
  title: 'A network policy is about pods that there are',
  why: 'The pods that it was written for are not isolated by it, and nothing says so',
  severity: Severity.WARNING,
  message: 'network policy selects no pods; correct spec.podSelector, or remove the policy',
  controls: {
    mitre: ['T1046'],
    kubeLinter: ['dangling-networkpolicy'],
    kubescape: ['C-0299'],
    kubeScore: ['networkpolicy-targets-pod'],
  },
  judge: graph => graph.policies.all
    .filter(({ namespace, pods }) => !pods.isEmpty && graph.knows(namespace) && !graph.hasPods(namespace, pods))
    .map(({ index, pods }) => ({
      index, field: 'spec.podSelector', problem: `network policy selects no pods: got selector ${shown(String(pods))}, expected labels that pods of the namespace carry`,
    })),
};
