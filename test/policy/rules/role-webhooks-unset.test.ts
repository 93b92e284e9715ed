import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleWebhooksUnset } from '../../../src/policy/rules/role-webhooks-unset';

const { given, near } = rights({
  verbs: ['create', 'delete', 'deletecollection', 'patch', 'update'],
  groups: ['admissionregistration.k8s.io'],
  resources: [
    'mutatingwebhookconfigurations', 'validatingwebhookconfigurations', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings',
    'validatingadmissionpolicies', 'validatingadmissionpolicybindings',
  ],
});

holds(roleWebhooksUnset, {
  ...near,
  'there are no rules': { object: {} },
  'they are read': role(['get', 'list', 'watch'], ['validatingwebhookconfigurations'], 'admissionregistration.k8s.io'),
  'something else is changed': role(['update'], ['deployments'], 'apps'),
});

fails(roleWebhooksUnset, {
  ...given,
  'a webhook is made': role(['create'], ['mutatingwebhookconfigurations'], 'admissionregistration.k8s.io'),
  'a webhook by its name is changed': role(['patch'], ['validatingwebhookconfigurations'], 'admissionregistration.k8s.io', { resourceNames: ['shop'] }),
  'a policy is deleted': role(['delete'], ['validatingadmissionpolicies'], 'admissionregistration.k8s.io'),
  'all bindings are deleted': role(['deletecollection'], ['validatingadmissionpolicybindings'], 'admissionregistration.k8s.io'),
});
