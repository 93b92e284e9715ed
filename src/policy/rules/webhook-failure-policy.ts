import { Rule, Severity } from '../rule';

/**
 * Fields: webhooks[*].failurePolicy of a ValidatingWebhookConfiguration and a MutatingWebhookConfiguration.
 * Allowed: absent, Fail.
 */
export const webhookFailurePolicy: Rule = {
  id: 'webhook-failure-policy',
  title: 'What the webhook cannot judge is refused',
  why: 'With Ignore it is enough to make the webhook slow or unreachable, and everything it would have refused comes in',
  severity: Severity.WARNING,
  on: 'object',
  kinds: ['admissionregistration.k8s.io/MutatingWebhookConfiguration', 'admissionregistration.k8s.io/ValidatingWebhookConfiguration'],
  expression: "object.?webhooks.orValue([]).all(webhook, webhook.?failurePolicy.orValue('Fail') == 'Fail')",
  message: 'webhook lets in what it cannot judge; set failurePolicy: Fail, and leave kube-system out with a namespaceSelector',
  enforced: 'object',
  controls: {
    mitre: ['T1562'],
  },
};
