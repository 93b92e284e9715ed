import { named } from '../named';
import { PodCounts } from '../pod-counts';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.replicas of a workload that an autoscaler scales.
 * Allowed: left out; or 0, which stops the workload, and the autoscaler with it.
 */
export const hpaOwnsReplicas: SetRule = {
  id: 'hpa-owns-replicas',
  title: 'Where an autoscaler counts the pods, nothing else does',
  why: 'Each time the manifest is applied the pods that the autoscaler has added are removed, in the middle of the load that they were added for',
  severity: Severity.ERROR,
  message: 'the manifest sets a number of pods that an autoscaler sets too; remove spec.replicas',
  controls: {
    mitre: ['T1499'],
    kubeScore: ['deployment-targeted-by-hpa-does-not-have-replicas-configured'],
  },
  judge: graph => graph.workloads.all.filter(({ replicas }) => replicas).flatMap((workload): SetFault[] => {
    const autoscaler = PodCounts.of(graph).autoscalerOf(workload);
    return !autoscaler ? [] : [{
      index: workload.index,
      field: 'spec.replicas',
      problem: `the manifest sets a number of pods that an autoscaler sets too: got replicas ${workload.replicas} beside ${named(autoscaler)}, expected none`,
    }];
  }),
};
