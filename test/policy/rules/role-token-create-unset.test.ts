import { fails, holds } from './cases';
import { rights, role } from './rights';
import { roleTokenCreateUnset } from '../../../src/policy/rules/role-token-create-unset';

const { given, near } = rights({
  verbs: ['create'],
  groups: [''],
  resources: ['serviceaccounts/token', '*/token'],
});

holds(roleTokenCreateUnset, {
  ...near,
  'there are no rules': { object: {} },
  'service accounts are made': role(['create'], ['serviceaccounts']),
  'the service account is named': role(['create'], ['serviceaccounts/token'], '', { resourceNames: ['cart'] }),
});

fails(roleTokenCreateUnset, {
  ...given,
  'they are made': role(['create'], ['serviceaccounts/token']),
  'it is the subresource of anything': role(['create'], ['*/token']),
  'all is done to everything': role(['*'], ['*'], '*'),
});
