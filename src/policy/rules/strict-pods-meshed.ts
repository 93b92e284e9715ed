import type { Workload } from '../graph-workload';
import { isMeshed, membershipOf, MESH_NAMESPACE, StrictPods } from '../mesh-membership';
import type { ObjectGraph } from '../object-graph';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: mtls.mode of PeerAuthentications; the labels of the Namespace and of the pods that make them part of the mesh.
 * Allowed: pods in the mesh, where their namespace has STRICT, or where it is part of a mesh that has. Only namespaces are looked at that the
 * set makes, and not that of the mesh itself.
 */
export const strictPodsMeshed: SetRule = {
  id: 'strict-pods-meshed',
  title: 'Where mutual TLS is demanded every pod is part of the mesh',
  why: 'Without a proxy nobody demands it of this pod: it takes what anybody sends, in the clear, and the pods around it take nothing from it',
  severity: Severity.WARNING,
  message: 'mutual TLS is demanded for pods that are not part of the mesh; label the namespace for it, or remove what keeps them out',
  controls: {
    mitre: ['T1040', 'T1557'],
  },
  judge: graph => graph.peerAuthentications.all.length === 0 ? [] : graph.workloads.all
    .filter(workload => isDemanded(graph, workload) && membershipOf(graph, workload) === 'none')
    .map(({ index }) => ({ index, problem: 'mutual TLS is demanded for pods that are not part of the mesh: got no proxy, expected a sidecar or ambient mode' })),
};

/** What counts for the whole mesh is demanded of namespaces that are part of it: a cluster has others. */
function isDemanded(graph: ObjectGraph, workload: Workload): boolean {
  const { namespace } = workload;
  if (namespace === MESH_NAMESPACE || !graph.manages(namespace)) { return false; }
  const strict = StrictPods.of(graph);
  return strict.hasNear(workload) || (strict.has(workload) && isMeshed(graph, namespace));
}
