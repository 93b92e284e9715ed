import { isMeshed } from '../mesh-membership';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: spec.type of Services in namespaces of the mesh.
 * Allowed: any but ExternalName.
 */
export const meshedExternalNameUnused: SetRule = {
  id: 'meshed-external-name-unused',
  title: 'No service of the mesh is another name for a host',
  why: 'The mesh sees the name and not where it leads: no policy of it holds what goes there, and the certificate of the host has another name',
  severity: Severity.WARNING,
  message: 'service of the mesh is another name for a host; make the host known with a ServiceEntry',
  controls: {
    mitre: ['T1557'],
  },
  judge: graph => graph.services.all.filter(({ isExternal, namespace }) => isExternal && isMeshed(graph, namespace)).map(({ index }) => ({
    index, field: 'spec.type', problem: 'service of the mesh is another name for a host: got ExternalName, expected ClusterIP',
  })),
};
