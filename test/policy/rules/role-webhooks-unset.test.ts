import { fails, holds } from './cases';
import { roleWebhooksUnset } from '../../../src/policy/rules/role-webhooks-unset';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(roleWebhooksUnset, {
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list', 'watch'], ['validatingwebhookconfigurations'], 'admissionregistration.k8s.io'),
  'something else is changed': role(['update'], ['deployments'], 'apps'),
});

fails(roleWebhooksUnset, {
  'a webhook is made': role(['create'], ['mutatingwebhookconfigurations'], 'admissionregistration.k8s.io'),
  'a webhook by its name is changed': role(['patch'], ['validatingwebhookconfigurations'], 'admissionregistration.k8s.io', { resourceNames: ['shop'] }),
  'a policy is deleted': role(['delete'], ['validatingadmissionpolicies'], 'admissionregistration.k8s.io'),
  'all bindings are deleted': role(['deletecollection'], ['validatingadmissionpolicybindings'], 'admissionregistration.k8s.io'),
});
