import type { Autoscaler } from './graph-scaling';
import type { Workload } from './graph-workload';
import type { ObjectGraph } from './object-graph';

/** Kinds of workloads whose pods a person can count, and an autoscaler can add to. */
const SCALABLE = new Set(['apps/Deployment', 'apps/StatefulSet', 'apps/ReplicaSet', '/ReplicationController']);

const known = new WeakMap<ObjectGraph, PodCounts>();

/** How many pods workloads have at the least, as far as a set of objects tells. */
export class PodCounts {
  /** The counts of a set of objects that is complete. */
  public static of(graph: ObjectGraph): PodCounts {
    let counts = known.get(graph);
    if (!counts) {
      counts = new PodCounts(graph);
      known.set(graph, counts);
    }
    return counts;
  }

  private readonly scaled = new Map<Workload, Autoscaler>();

  private constructor(graph: ObjectGraph) {
    for (const autoscaler of graph.autoscalers.all) {
      const target = graph.workload(autoscaler.namespace, autoscaler.target, autoscaler.targetName);
      if (target && !this.scaled.has(target)) { this.scaled.set(target, autoscaler); }
    }
  }

  /** The autoscaler that sets the number of a workload's pods. */
  public autoscalerOf(workload: Workload): Autoscaler | undefined {
    return this.scaled.get(workload);
  }

  /** How many there are when there are fewest; nothing for a kind whose pods are not counted. */
  public fewest(workload: Workload): number | undefined {
    if (!SCALABLE.has(workload.groupKind)) { return undefined; }
    return this.scaled.get(workload)?.min ?? workload.replicas ?? 1;
  }
}
