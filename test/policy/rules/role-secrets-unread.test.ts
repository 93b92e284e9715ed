import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleSecretsUnread } from '../../../src/policy/rules/role-secrets-unread';

const { given, near } = rights({
  verbs: ['get', 'list', 'watch'],
  groups: [''],
  resources: ['secrets'],
});

holds(roleSecretsUnread, {
  ...near,
  'there are no rules': { object: {} },
  'something else is read': role(['get', 'list'], ['configmaps']),
  'secrets are only made': role(['create'], ['secrets']),
  'the secrets are named': role(['get'], ['secrets'], '', { resourceNames: ['tls'] }),
});

fails(roleSecretsUnread, {
  ...given,
  'they are got': role(['get'], ['secrets']),
  'they are listed among others': role(['list'], ['pods', 'secrets']),
  'they are watched': role(['watch'], ['secrets']),
  'everything is read': role(['get'], ['*']),
});
