import { fails, holds } from './cases';
import { roleTokenCreateUnset } from '../../../src/policy/rules/role-token-create-unset';

const role = (verbs: string[], resources: string[], group = '', more: object = {}) => ({ object: { rules: [{ verbs, apiGroups: [group], resources, ...more }] } });

holds(roleTokenCreateUnset, {
  'there are no rules': { object: {} },
  'service accounts are made': role(['create'], ['serviceaccounts']),
  'the service account is named': role(['create'], ['serviceaccounts/token'], '', { resourceNames: ['cart'] }),
});

fails(roleTokenCreateUnset, {
  'they are made': role(['create'], ['serviceaccounts/token']),
  'it is the subresource of anything': role(['create'], ['*/token']),
  'all is done to everything': role(['*'], ['*'], '*'),
});
