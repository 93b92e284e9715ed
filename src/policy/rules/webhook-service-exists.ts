import { missingBackends } from '../missing-backends';
import { Severity } from '../rule';
import type { SetRule } from '../set-rule';

/**
 * Fields: webhooks[*].clientConfig.service of a webhook configuration, and the Services of their namespaces.
 * Allowed: Services that there are, and ports that they have.
 */
export const webhookServiceExists: SetRule = {
  id: 'webhook-service-exists',
  title: 'The API server asks webhooks that there are',
  why: 'Where a failed call refuses the request nothing can be changed in the cluster any more; where it lets it through nothing is checked',
  severity: Severity.WARNING,
  message: 'requests go to a Service that is not there; correct clientConfig.service, or remove the webhook',
  controls: {
    mitre: ['T1499', 'T1562'],
  },
  judge: graph => graph.webhooks.all.flatMap(each => missingBackends(graph, each)),
};
