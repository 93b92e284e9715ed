import { autoscaler, daemonSet, deployment, job, statefulSet } from './rules/set-objects';
import { ObjectGraph } from '../../src/policy/object-graph';
import { PodCounts } from '../../src/policy/pod-counts';

test('an autoscaler goes before the manifest, and the manifest before the default', () => {
  const graph = new ObjectGraph();
  const three = { spec: { replicas: 3 } };
  [
    deployment('a'), deployment('b', three), statefulSet('c', three), daemonSet('d'), job('e'), deployment('f', { spec: { replicas: 0 } }),
    autoscaler('c', { kind: 'StatefulSet', name: 'c' }, { minReplicas: 2 }), autoscaler('c2', { kind: 'StatefulSet', name: 'c' }, { minReplicas: 5 }),
  ].forEach(json => graph.see(json));
  const counts = PodCounts.of(graph);
  expect(graph.workloads.all.map(workload => [workload.name, counts.fewest(workload), counts.autoscalerOf(workload)?.name])).toEqual([
    ['a', 1, undefined], ['b', 3, undefined], ['c', 2, 'c'], ['d', undefined, undefined], ['e', undefined, undefined], ['f', 0, undefined],
  ]);
  expect(PodCounts.of(graph)).toBe(counts);
});
