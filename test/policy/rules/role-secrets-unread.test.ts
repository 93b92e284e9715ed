import { fails, holds } from './cases';
import { roleSecretsUnread } from '../../../src/policy/rules/role-secrets-unread';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(roleSecretsUnread, {
  'there are no rules': { object: {} },
  'something else is read': role(['get', 'list'], ['configmaps']),
  'secrets are only made': role(['create'], ['secrets']),
  'the secrets are named': role(['get'], ['secrets'], '', { resourceNames: ['tls'] }),
});

fails(roleSecretsUnread, {
  'they are got': role(['get'], ['secrets']),
  'they are listed among others': role(['list'], ['pods', 'secrets']),
  'they are watched': role(['watch'], ['secrets']),
  'everything is read': role(['get'], ['*']),
});
