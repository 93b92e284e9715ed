import { missingBackends } from '../missing-backends';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: spec.rules[*].backendRefs of a route of the Gateway API, and the Services of their namespaces.
 * Allowed: Services that there are, and ports that they have.
 */
export const gatewayBackendExists: SetRule = {
  id: 'gateway-backend-exists',
  title: 'A route of a gateway sends to Services that there are',
  why: 'Whoever makes a Service of that name receives what the world sends to the host, with the credentials in it',
  severity: Severity.WARNING,
  message: 'requests go to a Service that is not there; correct backendRefs, or remove the rule',
  controls: {
    mitre: ['T1557'],
    kubescape: ['C-0302'],
  },
  judge: graph => graph.gatewayRoutes.all.flatMap(each => missingBackends(graph, each)),
};
