import { membershipOf } from '../mesh-membership';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: securityContext.runAsUser of pods that have a sidecar, and of their containers.
 * Allowed: any user but 1337, which is that of the sidecar itself.
 */
export const meshedUserApart: SetRule = {
  id: 'meshed-user-apart',
  title: 'No program of the mesh runs as the user of its proxy',
  why: 'What that user sends goes past the proxy, in the clear and without an identity, so that pods which demand mutual TLS refuse it',
  severity: Severity.ERROR,
  message: 'program runs as the user of the proxy of the mesh; give it another userId than 1337',
  controls: {
    mitre: ['T1557'],
  },
  judge: graph => graph.workloads.all.filter(workload => workload.proxyUsers.length > 0 && membershipOf(graph, workload) === 'sidecar')
    .flatMap(({ index, proxyUsers }) => proxyUsers.map(({ field, container }) => ({
      index, field, container, problem: 'program runs as the user of the proxy of the mesh: got 1337, expected another user',
    }))),
};
