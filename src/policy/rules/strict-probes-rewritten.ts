import { REWRITE_PROBES } from '../graph-workload';
import { membershipOf, StrictPods } from '../mesh-membership';
import { Severity } from '../rule';
import type { SetFault, SetRule } from '../set-rule';

/**
 * Fields: mtls.mode of PeerAuthentications, and the annotation of pods that says whether the mesh answers their probes.
 * Allowed: any but "false" on pods that have a sidecar, take nothing but mutual TLS, and are probed over the network.
 */
export const strictProbesRewritten: SetRule = {
  id: 'strict-probes-rewritten',
  title: 'Where mutual TLS is demanded the sidecar answers the probes',
  why: 'The kubelet has no certificate of the mesh: its probes are refused and the pods restarted for ever, until somebody turns mutual TLS off',
  severity: Severity.WARNING,
  message: 'probes of the kubelet meet mutual TLS; remove the annotation sidecar.istio.io/rewriteAppHTTPProbers',
  controls: {
    mitre: ['T1499'],
  },
  judge: graph => graph.peerAuthentications.all.length === 0 ? [] : graph.workloads.all
    .filter(workload => workload.meshAnnotations[REWRITE_PROBES] === 'false' && StrictPods.of(graph).has(workload) && membershipOf(graph, workload) === 'sidecar')
    .flatMap(({ index, dialledProbes }) => dialledProbes.map(({ field, container }): SetFault => ({
      index, field, container, problem: 'probes of the kubelet meet mutual TLS: got rewriteAppHTTPProbers "false", expected "true", or no annotation',
    }))),
};
