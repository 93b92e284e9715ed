import { DIRECTIONS } from '../graph-policies';
import { PolicyCoverage } from '../policy-coverage';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.podSelector and spec.policyTypes of all NetworkPolicies of the namespace, and the labels of the pods.
 * Allowed: for ingress and for egress at least one that selects the pods. Pods on the host's network are passed over: no policy is about them.
 */
export const podUnderNetworkPolicy: SetRule = {
  id: 'pod-under-network-policy',
  title: 'Every pod is under a network policy, in both directions',
  why: 'A pod that no policy is about takes connections from everybody, and reaches every pod, the nodes and the internet',
  severity: Severity.ERROR,
  message: 'no network policy is about the pods; add a NetworkPolicy that selects them, with policyTypes: [Ingress, Egress]',
  controls: {
    cis: ['5.3.2'],
    mitre: ['T1046'],
    checkov: ['CKV2_K8S_6'],
    kubeLinter: ['non-isolated-pod'],
    kubescape: ['C-0030', 'C-0260'],
    kubeScore: ['pod-networkpolicy'],
    polaris: ['missingNetworkPolicy'],
  },
  judge: graph => graph.workloads.all.filter(({ hostNetwork }) => !hostNetwork).flatMap((workload): SetFault[] => {
    const coverage = PolicyCoverage.of(graph);
    const open = DIRECTIONS.filter(direction => !coverage.isolates(workload, direction));
    if (open.length === 0) { return []; }
    const isSure = graph.manages(workload.namespace) && graph.pluginPolicies.all.length === 0 && !workload.isCustom;
    return [{
      index: workload.index,
      problem: `no network policy is about the pods: got none for ${open.join(' and ').toLowerCase()}, expected one that selects them`,
      ...(isSure ? {} : { severity: Severity.WARNING }),
    }];
  }),
};
