import { finds, keeps } from './set-cases';
import { deployment, object, service } from './set-objects';
import { webhookServiceExists } from '../../../src/policy/rules/webhook-service-exists';

const webhook = (client: object, kind = 'ValidatingWebhookConfiguration') => (
  object('admissionregistration.k8s.io/v1', kind, 'hooks', { webhooks: [{ name: 'a.example.com', clientConfig: client }] }, '')
);
const SERVICE = { service: { name: 'hook', namespace: 'shop' } };
const AT = 'hooks (webhooks[0].clientConfig.service)';
const AT_443 = { ports: [{ port: 443 }] };

keeps(webhookServiceExists, {
  'the Service has the port': [service('hook', { app: 'hook' }, AT_443), webhook(SERVICE)],
  'it is called by its address': [webhook({ url: 'https://hooks.example.com' })],
  'nothing is known of the namespace': [webhook(SERVICE)],
});

finds(webhookServiceExists, {
  'there is no such Service': {
    objects: [deployment('hook'), webhook(SERVICE)],
    found: [`ValidatingWebhookConfiguration ${AT}: requests go to a Service that is not there: got "hook" in namespace "shop", expected one of the set`],
  },
  'the Service is in another namespace': {
    objects: [deployment('hook'), service('hook', { app: 'hook' }, AT_443, 'bank'), webhook(SERVICE, 'MutatingWebhookConfiguration')],
    found: [`MutatingWebhookConfiguration ${AT}: requests go to a Service that is not there: got "hook" in namespace "shop", expected one of the set`],
  },
  'the Service has not the port that is called where none is named': {
    objects: [service('hook'), webhook(SERVICE)],
    found: [`ValidatingWebhookConfiguration ${AT}: requests go to a port that is not there: got 443 of Service "hook", expected one of its ports`],
  },
});
