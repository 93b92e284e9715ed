import { PodCounts } from '../pod-counts';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.replicas of a Deployment that a Service sends to; its autoscaler.
 * Allowed: a number, or an autoscaler. A number of 1 is allowed too: some programs keep what two of them would keep twice.
 */
export const replicasStated: SetRule = {
  id: 'replicas-stated',
  title: 'What others call says how many pods it has',
  why: 'Left out it is one, and each eviction an outage for all that call it; whoever fears that puts the upgrade of the nodes off',
  severity: Severity.WARNING,
  message: 'a Service sends to what has one pod by default; set replicas: 2, or scale it by an autoscaler',
  controls: {
    mitre: ['T1499'],
    kubeScore: ['deployment-replicas'],
    polaris: ['deploymentMissingReplicas'],
  },
  judge: graph => {
    const counts = PodCounts.of(graph);
    const unstated = graph.workloads.all.filter(workload => (
      workload.groupKind === 'apps/Deployment' && workload.replicas === undefined && !counts.autoscalerOf(workload)
    ));
    if (unstated.length === 0) { return []; }
    const served = new Set(graph.services.all.flatMap(({ namespace, selector }) => graph.podsIn(namespace).select(selector)));
    return unstated.filter(workload => served.has(workload)).map(({ index }): SetFault => (
      { index, field: 'spec.replicas', problem: 'a Service sends to what has one pod by default: got no replicas, expected a number of 2 or more' }
    ));
  },
};
