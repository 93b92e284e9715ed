import { membershipOf } from '../mesh-membership';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: the labels of a Namespace and of pods with init containers that give them a sidecar.
 * Allowed: none, before Kubernetes 1.29: from then on a sidecar can run before the init containers.
 */
export const meshedInitConnected: SetRule = {
  id: 'meshed-init-connected',
  title: 'Init containers of the mesh reach the network',
  why: 'The node sends their traffic to a sidecar that does not run yet: one that calls anybody fails, and the pod never starts',
  severity: Severity.WARNING,
  until: 28,
  message: 'init containers run before the sidecar, without network; do what they do in the program itself, or keep the pods out of the mesh',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.workloads.all.filter(workload => workload.hasInit && membershipOf(graph, workload) === 'sidecar').map(({ index }) => ({
    index, problem: 'init containers run before the sidecar, without network: got some, expected none in this version of Kubernetes',
  })),
};
