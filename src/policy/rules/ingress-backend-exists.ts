import { missingBackends } from '../missing-backends';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: spec.defaultBackend and spec.rules[*].http.paths[*].backend of an Ingress, and the Services of its namespace.
 * Allowed: Services that there are, and ports that they have.
 */
export const ingressBackendExists: SetRule = {
  id: 'ingress-backend-exists',
  title: 'An Ingress sends to Services that there are',
  why: 'Whoever makes a Service of that name receives what the world sends to the host, with the credentials in it',
  severity: Severity.WARNING,
  message: 'requests go to a Service that is not there; correct the backend, or remove the path',
  controls: {
    mitre: ['T1557'],
    kubeLinter: ['dangling-ingress'],
    kubescape: ['C-0298'],
    kubeScore: ['ingress-targets-service'],
  },
  judge: graph => graph.ingresses.all.flatMap(each => missingBackends(graph, each)),
};
