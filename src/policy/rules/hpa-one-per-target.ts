import type { Autoscaler } from '../graph-scaling';
import { isSame, named } from '../named';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: spec.scaleTargetRef of all autoscalers of a namespace.
 * Allowed: at most one for each workload.
 */
export const hpaOnePerTarget: SetRule = {
  id: 'hpa-one-per-target',
  title: 'No workload has two autoscalers',
  why: 'Where two count the same pods neither scales them any more',
  severity: Severity.WARNING,
  message: 'two autoscalers scale one workload; keep one of them, with the metrics of both',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => {
    const first = new Map<string, Autoscaler>();
    return graph.autoscalers.all.flatMap((autoscaler): SetFault[] => {
      const key = `${autoscaler.namespace} ${autoscaler.target} ${autoscaler.targetName}`;
      const other = first.get(key);
      if (!other) { first.set(key, autoscaler); }
      return !other || isSame(other, autoscaler) ? [] : [{
        index: autoscaler.index,
        field: 'spec.scaleTargetRef',
        problem: `two autoscalers scale one workload: got this one and ${named(other)}, expected one`,
      }];
    });
  },
};
